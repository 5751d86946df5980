package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTest extends ServerFixture {

    @Test
    void emptyBucketGivesNeitherItemsNorPrefixes() {
        assertThat(client.get("/storage/v1/b/box/o").text()).isEqualTo("{\"kind\":\"storage#objects\"}");
    }

    @Test
    void namesAreInTheOrderOfTheirUtf8Bytes() {
        put("\uFFFF", "😀", "a", "Z", "é");

        assertThat(list("")).containsExactly("Z", "a", "é", "\uFFFF", "😀");
    }

    @Test
    void prefixSelects() {
        put("a", "ab", "abc", "b");

        assertThat(list("prefix=ab")).containsExactly("ab", "abc");
    }

    @Test
    void offsetsBoundFromInclusiveToExclusive() {
        put("a", "b", "c", "d");

        assertThat(list("startOffset=b&endOffset=d")).containsExactly("b", "c");
        assertThat(list("startOffset=bb")).containsExactly("c", "d");
    }

    @Test
    void offsetBelowThePrefixDoesNotHideIt() {
        put("a", "p/1", "p/2", "q");

        assertThat(list("startOffset=a&prefix=p/")).containsExactly("p/1", "p/2");
    }

    @Test
    void delimiterFoldsNamesIntoPrefixes() {
        put("d/a", "d/b/1", "d/b/2", "d/c", "e/1");

        JsonNode page = page("prefix=d/&delimiter=/");

        assertThat(page.path("items").findValuesAsText("name")).containsExactly("d/a", "d/c");
        assertThat(texts(page.path("prefixes"))).containsExactly("d/b/");
    }

    @Test
    void delimiterMayBeLong() {
        put("a--b--c", "a-b", "x--");

        JsonNode page = page("delimiter=--");

        assertThat(texts(page.path("prefixes"))).containsExactly("a--", "x--");
        assertThat(page.path("items").findValuesAsText("name")).containsExactly("a-b");
    }

    @Test
    void markerIsAnItemBesidesAPrefixOnRequest() {
        put("d/", "d/1");

        assertThat(page("delimiter=/").has("items")).isFalse();
        assertThat(page("delimiter=/&includeTrailingDelimiter=true")
                        .path("items")
                        .findValuesAsText("name"))
                .containsExactly("d/");
    }

    @Test
    void markerThatIsThePrefixIsAnItem() {
        put("d/", "d/1");

        assertThat(list("prefix=d/&delimiter=/")).containsExactly("d/", "d/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void pagesOfAnySizeGiveTheSameEntries(int size) {
        put("a", "b/1", "b/2", "b:", "c/1", "d", "é/1");

        assertThat(all("delimiter=/", size)).containsExactly("a", "b/", "b:", "c/", "d", "é/");
    }

    @Test
    void lastFullPageHasNoToken() {
        put("a", "b");

        assertThat(page("maxResults=2").has("nextPageToken")).isFalse();
        assertThat(page("maxResults=1").has("nextPageToken")).isTrue();
    }

    @Test
    void pageSurvivesTheDeletionOfItsLastEntry() {
        put("a", "b", "c");
        String token = page("maxResults=1").path("nextPageToken").asText();
        client.delete(RawClient.at("box", "a"));

        assertThat(list("pageToken=" + token)).containsExactly("b", "c");
    }

    @Test
    void malformedTokenIsRefused() {
        assertThat(client.get("/storage/v1/b/box/o?pageToken=!").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void versionsAreListedOldestFirst(int size) {
        client.put("vault", "a", "1");
        client.put("vault", "a", "22");
        client.put("vault", "b", "333");
        client.delete(RawClient.at("vault", "b"));

        List<JsonNode> items = new ArrayList<>();
        String query = "/storage/v1/b/vault/o?versions=true&maxResults=" + size;
        JsonNode page = client.get(query).json();
        page.path("items").forEach(items::add);
        while (page.has("nextPageToken")) {
            page = client.get(query + "&pageToken=" + page.path("nextPageToken").asText())
                    .json();
            page.path("items").forEach(items::add);
        }

        assertThat(items).extracting(item -> item.path("size").asText()).containsExactly("1", "2", "3");
        assertThat(items).extracting(item -> item.has("timeDeleted")).containsExactly(true, false, true);
        assertThat(client.get("/storage/v1/b/vault/o").json().path("items")).hasSize(1);
    }

    @Test
    void fieldsCutTheReply() {
        put("a", "b/1");

        assertThat(client.get("/storage/v1/b/box/o?delimiter=/&fields=prefixes,items(name,size)")
                        .text())
                .isEqualTo("{\"prefixes\":[\"b/\"],\"items\":[{\"name\":\"a\",\"size\":\"1\"}]}");
        assertThat(client.get("/storage/v1/b/box/o?fields=items/name").text())
                .isEqualTo("{\"items\":[{\"name\":\"a\"},{\"name\":\"b/1\"}]}");
        assertThat(client.get("/storage/v1/b/box/o?fields=items(").status()).isEqualTo(400);
    }

    @Test
    void globIsRefusedRatherThanIgnored() {
        assertThat(client.get("/storage/v1/b/box/o?matchGlob=**").status()).isEqualTo(501);
    }

    private void put(String... names) {
        for (String name : names) {
            client.put("box", name, "x");
        }
    }

    private JsonNode page(String query) {
        return client.get("/storage/v1/b/box/o?" + query).json();
    }

    private List<String> list(String query) {
        return page(query).path("items").findValuesAsText("name");
    }

    /** The entries of all pages; a page's items and prefixes are merged as a reader would. */
    private List<String> all(String query, int size) {
        List<String> entries = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = page(query + "&maxResults=" + size + next);
            List<String> merged = new ArrayList<>(page.path("items").findValuesAsText("name"));
            merged.addAll(texts(page.path("prefixes")));
            assertThat(merged).hasSizeLessThanOrEqualTo(size);
            merged.sort(ObjectName.ORDER);
            entries.addAll(merged);
            next = page.has("nextPageToken")
                    ? "&pageToken=" + page.path("nextPageToken").asText()
                    : "";
        } while (!next.isEmpty());
        return entries;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
