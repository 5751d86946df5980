package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.UnsupportedFailure;
import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.StorageFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class StoragePageContract extends StorageContractGroup {

    private static final List<String> KEYS =
            List.of("a", "b/1", "b/2", "b/3", "c", "d/1", "d/2/3", "e", "\uFFFD", "😀");

    private ListRequest all() {
        return ListRequest.of(bucket);
    }

    @ParameterizedTest(name = "page size {0}")
    @ValueSource(ints = {1, 2, 3, 9, 10, 11, 1000})
    @DisplayName("every page size gives the same sequence (A7.103)")
    void everyPageSizeGivesTheSameSequence(int size) {
        putAll(KEYS);
        assertThat(names(all().withPageSize(size))).isEqualTo(KEYS);
        assertThat(names(all().withPageSize(size).withPrefix("b/"))).containsExactly("b/1", "b/2", "b/3");
        assertThat(names(all().withPageSize(size).withStartAfter("c"))).isEqualTo(KEYS.subList(5, 10));
    }

    @ParameterizedTest(name = "page size {0}")
    @ValueSource(ints = {1, 2, 3, 6, 7, 8})
    @DisplayName("every page size gives the same objects and prefixes, none twice, in order (A7.103, A7.104, A7.109)")
    void everyPageSizeGivesTheSamePrefixes(int size) {
        putAll(KEYS);
        ListRequest request = all().withDelimiter("/").withPageSize(size);
        assertThat(names(request)).containsExactly("a", "b/", "c", "d/", "e", "\uFFFD", "😀");
        assertThat(names(request.withStartAfter("b/1"))).containsExactly("b/", "c", "d/", "e", "\uFFFD", "😀");
        assertThat(names(request.withPrefix("d/"))).containsExactly("d/1", "d/2/");
    }

    @Test
    @DisplayName("a page can hold prefixes only, and end within one (A7.109)")
    void pageCanHoldPrefixesOnly() {
        List<String> keys = new ArrayList<>();
        for (int directory = 0; directory < 5; directory++) {
            for (int file = 0; file < 7; file++) {
                keys.add("d" + directory + "/" + file);
            }
        }
        putAll(keys);
        List<ListEntry> entries = entries(all().withDelimiter("/").withPageSize(2));
        assertThat(entries).hasOnlyElementsOfType(CommonPrefix.class);
        assertThat(entries).extracting(ListEntry::name).containsExactly("d0/", "d1/", "d2/", "d3/", "d4/");
    }

    @Test
    @DisplayName("more entries than one page of the store all come, none twice (A7.110)")
    void moreThanOnePageAllCome() {
        List<String> keys = IntStream.range(0, ListRequest.MAX_PAGE + 50)
                .mapToObj(i -> String.format("key-%05d", i))
                .toList();
        putAll(keys);
        assertThat(names(all())).isEqualTo(keys);
        assertThat(storage.list(all()).next()).as("token of the next page").isPresent();
        assertThat(names(all().withPageSize(300))).isEqualTo(keys);
    }

    @Test
    @DisplayName("a page is one request (A7.111)")
    void pageIsOneRequest() {
        putAll(KEYS);
        if (harness.requests().isEmpty()) {
            storage.list(all().withPageSize(2));
            org.junit.jupiter.api.Assumptions.abort("the harness counts no requests");
        }
        long before = harness.requests().getAsLong();
        storage.list(all().withPageSize(2));
        assertThat(harness.requests()).hasValue(before + 1);
    }

    @Test
    @DisplayName("asking for one page twice gives it twice (A7.119)")
    void askingForOnePageTwiceGivesItTwice() {
        putAll(KEYS);
        ListRequest first = all().withPageSize(4);
        ListRequest second = first.withPageToken(storage.list(first).next().orElseThrow());
        ListPage page = storage.list(second);
        assertThat(storage.list(second).entries()).isEqualTo(page.entries());
        assertThat(storage.list(first).entries()).extracting(ListEntry::name).isEqualTo(KEYS.subList(0, 4));
    }

    @Test
    @DisplayName("a token goes on in another service (A7.103)")
    void tokenGoesOnInAnotherService() {
        putAll(KEYS);
        ListRequest first = all().withPageSize(9);
        String token = storage.list(first).next().orElseThrow();
        assertThat(anotherService().list(first.withPageToken(token)).entries())
                .extracting(ListEntry::name)
                .containsExactly("😀");
    }

    @Test
    @DisplayName("a token that no store gave out is InvalidRequestFailure (A7.119)")
    void tokenThatNoStoreGaveOutIsRefused() {
        putAll(KEYS);
        for (String token : List.of("not a token", "!", "bm90IGEgdG9rZW4=")) {
            Failures.expect(InvalidRequestFailure.class, token, () -> storage.list(all().withPageToken(token)));
        }
    }

    @Test
    @DisplayName("what exists throughout a walk is listed once, whatever comes and goes meanwhile (A7.110)")
    void whatExistsThroughoutIsListedOnce() {
        List<String> stays =
                IntStream.range(0, 20).mapToObj(i -> "k" + (10 + i)).toList();
        putAll(stays);
        putAll(List.of("k13-goes", "k19-goes"));
        List<String> seen = new ArrayList<>();
        ListRequest request = all().withPageSize(3);
        Optional<ListRequest> next = Optional.of(request);
        for (int round = 0; next.isPresent(); round++) {
            ListPage page = storage.list(next.get());
            page.entries().forEach(entry -> seen.add(entry.name()));
            put("a-comes-" + round, "before all others");
            storage.delete(ref("k13-goes"));
            storage.delete(ref("k19-goes"));
            next = page.next().map(request::withPageToken);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(stays);
        assertThat(seen.stream().filter(stays::contains)).isEqualTo(stays);
    }

    @Test
    @DisplayName("an object that ended a page can go before the next one is asked for (A7.110)")
    void objectThatEndedPageCanGo() {
        putAll(KEYS);
        ListRequest request = all().withPageSize(2);
        String token = storage.list(request).next().orElseThrow();
        storage.delete(ref("b/1"));
        assertThat(names(request.withPageToken(token))).isEqualTo(KEYS.subList(2, 10));
    }

    @Test
    @DisplayName("listing every generation is refused before any I/O where versions are undeclared (A7.118)")
    void listingEveryGenerationIsRefusedWhereUndeclared() {
        put("a", "text");
        ListRequest request = all().withVersions(ListRequest.Versions.ALL);
        if (has(StorageFeature.VERSIONS)) {
            assertThat(names(request)).containsExactly("a");
        } else {
            withoutRequest(() -> Failures.expect(UnsupportedFailure.class, () -> storage.list(request)));
        }
    }
}
