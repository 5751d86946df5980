package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.storage.CommonPrefix;
import io.databot.storage.ListEntry;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageListContract extends StorageContractGroup {

    private ListRequest all() {
        return ListRequest.of(bucket);
    }

    private ListRequest below(String prefix) {
        return all().withPrefix(prefix).withDelimiter("/");
    }

    @Test
    @DisplayName("an empty bucket and a prefix that nothing has give one empty page (A7.101)")
    void nothingGivesOneEmptyPage() {
        assertThat(storage.list(all())).isEqualTo(new ListPage(List.of(), java.util.Optional.empty()));
        put("a", "text");
        assertThat(storage.list(all().withPrefix("b"))).isEqualTo(new ListPage(List.of(), java.util.Optional.empty()));
    }

    @Test
    @DisplayName("a prefix gives the keys that begin with it, itself included (A7.102, A7.107, A7.116)")
    void prefixGivesKeysThatBeginWithIt() {
        putAll(List.of("level0", "level0-file", "level0/", "level0/a", "level0x/b", "level", "other"));
        assertThat(names(all().withPrefix("level0")))
                .containsExactly("level0", "level0-file", "level0/", "level0/a", "level0x/b");
        assertThat(names(all().withPrefix("level0/"))).containsExactly("level0/", "level0/a");
        assertThat(names(all().withPrefix("level0/a"))).containsExactly("level0/a");
        assertThat(names(all().withPrefix("level0/a/"))).isEmpty();
    }

    @Test
    @DisplayName("keys are listed in the order of their UTF-8 bytes, not of UTF-16 (A7.104)")
    void keysAreListedInTheOrderOfUtf8() {
        List<String> ordered = List.of("A", "B", "a", "a-", "a/", "a0", "b", "z", "\u00e9", "\uFB01", "\uFFFD", "😀");
        List<String> shuffled = new ArrayList<>(ordered);
        java.util.Collections.reverse(shuffled);
        putAll(shuffled);
        assertThat(names(all())).isEqualTo(ordered);
        assertThat(ordered.stream().map(ObjectKey::of)).isSorted();
    }

    @Test
    @DisplayName("a delimiter folds what lies deeper into prefixes, merged in order with the objects (A7.104, A7.108)")
    void delimiterFoldsWhatLiesDeeper() {
        putAll(List.of("a", "a/1", "a/2", "a/b/3", "a-x", "b/1", "c", "d/e/f"));
        assertThat(names(all().withDelimiter("/"))).containsExactly("a", "a-x", "a/", "b/", "c", "d/");
        assertThat(names(below("a/"))).containsExactly("a/1", "a/2", "a/b/");
        assertThat(names(below("d/"))).containsExactly("d/e/");
        for (ListEntry entry : entries(all().withDelimiter("/"))) {
            assertThat(entry instanceof CommonPrefix)
                    .as(entry.name())
                    .isEqualTo(entry.name().endsWith("/"));
        }
    }

    @Test
    @DisplayName("without a delimiter there are objects only (A7.108)")
    void withoutDelimiterThereAreObjectsOnly() {
        putAll(List.of("a", "a/b", "a/b/", "a/b/c"));
        assertThat(entries(all())).hasSize(4).hasOnlyElementsOfType(StoredObject.class);
    }

    @Test
    @DisplayName(
            "an object whose key equals the prefix is listed as an object, also when it ends with the delimiter (A7.116)")
    void objectWhoseKeyEqualsThePrefixIsListed() {
        putAll(List.of("a/", "a/b", "a/c/d"));
        assertThat(names(below("a/"))).containsExactly("a/", "a/b", "a/c/");
        assertThat(entries(below("a/")).get(0)).isInstanceOf(StoredObject.class);
        assertThat(names(below(""))).containsExactly("a/");
        assertThat(entries(below("")).get(0)).isEqualTo(new CommonPrefix("a/"));
    }

    @Test
    @DisplayName("delimiters at the start, the end and in a row fold at the first one (A7.105)")
    void delimitersInRowFoldAtTheFirst() {
        putAll(List.of("/a", "//b", "a//b", "a/b", "b/"));
        assertThat(names(below(""))).containsExactly("/", "a/", "b/");
        assertThat(names(below("/"))).containsExactly("//", "/a");
        assertThat(names(below("a/"))).containsExactly("a//", "a/b");
        assertThat(names(below("a"))).containsExactly("a/");
    }

    @Test
    @DisplayName("the delimiter may be a backslash, of several characters, or beyond ASCII (A7.105)")
    void delimiterMayBeAnyText() {
        putAll(List.of("a\\b", "a\\c", "a::b", "a::c", "a:d", "aéb", "aéc"));
        assertThat(names(all().withDelimiter("\\"))).containsExactly("a::b", "a::c", "a:d", "a\\", "aéb", "aéc");
        assertThat(names(all().withDelimiter("::"))).containsExactly("a::", "a:d", "a\\b", "a\\c", "aéb", "aéc");
        assertThat(names(all().withDelimiter("é"))).containsExactly("a::b", "a::c", "a:d", "a\\b", "a\\c", "aé");
    }

    @Test
    @DisplayName("the prefix may end inside a name or inside the delimiter (A7.107)")
    void prefixMayEndAnywhere() {
        putAll(List.of("photos/2025/a", "photos/2026/b", "photos/20x", "a::b::c"));
        assertThat(names(below("photos/20"))).containsExactly("photos/2025/", "photos/2026/", "photos/20x");
        assertThat(names(all().withPrefix("a:").withDelimiter("::"))).containsExactly("a::b::");
    }

    @Test
    @DisplayName("walking level by level finds what a flat listing finds (A7.106)")
    void walkingLevelByLevelFindsAll() {
        putAll(List.of("a", "a/", "a/b", "a/b/c", "a//d", "/e", "f/g/h/i", "f/g/h/j", "f-"));
        List<String> walked = new ArrayList<>();
        walk("", walked);
        assertThat(walked).containsExactlyInAnyOrderElementsOf(names(all()));
    }

    private void walk(String prefix, List<String> into) {
        for (ListEntry entry : entries(below(prefix))) {
            if (entry instanceof CommonPrefix deeper) {
                walk(deeper.name(), into);
            } else {
                into.add(entry.name());
            }
        }
    }

    @Test
    @DisplayName("a file's key used as a directory has nothing in it (A7.117)")
    void fileUsedAsDirectoryHasNothingInIt() {
        put("a/file", "text");
        assertThat(names(below("a/file/"))).isEmpty();
        assertThat(names(below("missing/"))).isEmpty();
    }

    @Test
    @DisplayName("start-after gives the keys after a text, whether or not it is a key (A7.113)")
    void startAfterGivesKeysAfterText() {
        putAll(List.of("a", "b", "b/1", "b0", "c"));
        assertThat(names(all().withStartAfter("b"))).containsExactly("b/1", "b0", "c");
        assertThat(names(all().withStartAfter("b/"))).containsExactly("b/1", "b0", "c");
        assertThat(names(all().withStartAfter("bb"))).containsExactly("c");
        assertThat(names(all().withStartAfter(""))).containsExactly("a", "b", "b/1", "b0", "c");
        assertThat(names(all().withStartAfter("c"))).isEmpty();
        assertThat(names(all().withStartAfter("😀"))).isEmpty();
    }

    @Test
    @DisplayName("start-after goes together with a prefix, before, within and after it (A7.113)")
    void startAfterGoesTogetherWithPrefix() {
        putAll(List.of("a/1", "b/1", "b/2", "b/3", "c/1"));
        assertThat(names(all().withPrefix("b/").withStartAfter("a"))).containsExactly("b/1", "b/2", "b/3");
        assertThat(names(all().withPrefix("b/").withStartAfter("b/1"))).containsExactly("b/2", "b/3");
        assertThat(names(all().withPrefix("b/").withStartAfter("c"))).isEmpty();
    }

    @Test
    @DisplayName("start-after is about keys: a prefix stays while a key after the text is in it (A7.113)")
    void startAfterIsAboutKeys() {
        putAll(List.of("a/1", "a/2", "b/1", "c"));
        assertThat(names(below("").withStartAfter("a/1"))).containsExactly("a/", "b/", "c");
        assertThat(names(below("").withStartAfter("a/2"))).containsExactly("b/", "c");
    }

    @Test
    @DisplayName("entries are what find gives, metadata included (A7.115)")
    void entriesAreWhatFindGives() {
        put(
                "a",
                "text",
                ObjectMetadata.ofType("text/plain").withCacheControl("no-store").with("colour", "red"));
        put("b", "other");
        storage.update(ref("b"), MetadataPatch.none().set("shape", "round"));
        assertThat(entries(all())).containsExactly(find(ref("a")), find(ref("b")));
    }

    @Test
    @DisplayName("an overwritten object is listed once, as it is now, and a deleted one no more (A7.110)")
    void overwrittenObjectIsListedOnce() {
        put("a", "old");
        StoredObject now = put("a", "new");
        put("b", "text");
        storage.delete(ref("b"));
        assertThat(entries(all())).containsExactly(now);
    }
}
