package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.SignRequest;
import io.databot.storage.StorageFeature;
import io.databot.storage.StoredObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

abstract class StorageKeyContract extends StorageContractGroup {

    /** What tends to be escaped, normalised, split or lost on the way to a store. */
    static List<String> unusualKeys() {
        return List.of(
                "a/b/c",
                "a//b",
                "a///b",
                "/a",
                "//a",
                "a/",
                "a//",
                "/",
                "//",
                "../a",
                "a/../b",
                "a/..",
                "./a",
                "a/./b",
                "a/.",
                "...",
                ".hidden",
                "a\\b",
                "a\\\\b",
                "..\\a",
                "C:\\a",
                "a'b",
                "a\"b",
                " ",
                " a",
                "a ",
                "a b",
                "a.",
                "a..",
                "%",
                "%2F",
                "a%2Fb",
                "%25",
                "%zz",
                "a+b",
                "a#b",
                "a?b",
                "a?b=c&d=e",
                "a&b",
                "a=b",
                "a;b",
                "a,b",
                "a:b",
                "a|b",
                "a*b",
                "[a]",
                "{a}",
                "<a>",
                "~a",
                "^a",
                "`a`",
                "$a",
                "@a",
                "!a",
                "0a",
                "123",
                "o",
                "b/o/a",
                "con",
                "nul.txt",
                "ä/ö/ü",
                "日本語/キー",
                "😀/👩‍👩‍👧",
                "\uD800\uDC00",
                "\uFFFD",
                "\uFEFFa",
                "a\u200Bb",
                "\u202Etxt.a");
    }

    /** All of ASCII in blocks of 16, without carriage return and line feed, which no key may hold. */
    static Stream<String> asciiBlocks() {
        return IntStream.range(0, 8)
                .mapToObj(block -> "ascii-" + block + "-"
                        + IntStream.range(block * 16, block * 16 + 16)
                                .filter(c -> c != '\r' && c != '\n')
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        + "-end");
    }

    static Stream<String> longestKeys() {
        return Stream.of("k".repeat(ObjectKey.MAX_BYTES), "😀".repeat(ObjectKey.MAX_BYTES / 4), longestPath());
    }

    private static String longestPath() {
        return "ab/".repeat(ObjectKey.MAX_BYTES / 3) + "z";
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("unusualKeys")
    @DisplayName("an unusual key is kept as it is by every call (A2.14 to A2.19, A2.22, A2.25)")
    void unusualKeyIsKeptByEveryCall(String key) {
        assertKeptByEveryCall(key);
    }

    @ParameterizedTest(name = "block {index}")
    @MethodSource("asciiBlocks")
    @DisplayName("every ASCII character but CR and LF is kept as it is by every call (A2.20)")
    void everyAsciiCharacterIsKeptByEveryCall(String key) {
        assertKeptByEveryCall(key);
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("longestKeys")
    @DisplayName("a key of exactly 1024 bytes works with every call (A2.21)")
    void longestKeyWorks(String key) {
        assertThat(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSize(ObjectKey.MAX_BYTES);
        assertKeptByEveryCall(key);
    }

    private void assertKeptByEveryCall(String key) {
        ObjectRef object = ref(key);
        StoredObject written = put(key, "content of " + key.length());
        assertThat(written.ref()).isEqualTo(object);
        assertThat(storage.find(object)).contains(written);
        assertThat(text(object)).isEqualTo("content of " + key.length());
        assertThat(names(ListRequest.of(bucket))).containsExactly(key);
        assertThat(names(ListRequest.of(bucket).withPrefix(key))).containsExactly(key);
        StoredObject changed = storage.update(object, MetadataPatch.none().set("colour", "red"));
        assertThat(changed.ref()).isEqualTo(object);
        StoredObject outward = storage.copy(object, ref("copy"));
        assertThat(outward.size()).isEqualTo(written.size());
        StoredObject inward = storage.copy(ref("copy"), object);
        assertThat(inward.ref()).isEqualTo(object);
        if (has(StorageFeature.SIGN)) {
            SignRequest request = SignRequest.of(object, SignRequest.Method.GET, Duration.ofMinutes(5));
            assertThatCode(() -> storage.sign(request)).doesNotThrowAnyException();
        }
        assertThat(storage.deleteAll(bucket, List.of(object.key())).deleted()).containsExactly(object.key());
        put(key, "again");
        assertThat(storage.delete(object)).isTrue();
        assertThat(names(ListRequest.of(bucket))).containsExactly("copy");
    }

    @Test
    @DisplayName(
            "unusual keys live side by side, each with its own content, and list in the order of UTF-8 (A2.22, A7.114)")
    void unusualKeysLiveSideBySide() {
        List<String> keys = new ArrayList<>(unusualKeys());
        asciiBlocks().forEach(keys::add);
        keys.forEach(key -> put(key, key));
        keys.forEach(
                key -> assertThat(text(ref(key))).as("content of '%s'", key).isEqualTo(key));
        List<String> ordered =
                keys.stream().map(ObjectKey::of).sorted().map(ObjectKey::value).toList();
        assertThat(names(ListRequest.of(bucket))).isEqualTo(ordered);
    }

    @Test
    @DisplayName("an object and others below its key live side by side (A2.24)")
    void objectAndOthersBelowItsKeyLiveSideBySide() {
        put("a", "the object");
        put("a/b", "below");
        put("a/b/c", "further below");
        assertThat(text(ref("a"))).isEqualTo("the object");
        assertThat(text(ref("a/b"))).isEqualTo("below");
        assertThat(storage.delete(ref("a"))).isTrue();
        assertThat(names(ListRequest.of(bucket))).containsExactly("a/b", "a/b/c");
    }

    @Test
    @DisplayName("a key with a slash at its end is an object of its own (A2.25)")
    void keyWithSlashAtItsEndIsAnObjectOfItsOwn() {
        put("a/", "with the slash");
        assertThat(storage.find(ref("a"))).isEmpty();
        put("a", "without");
        assertThat(text(ref("a/"))).isEqualTo("with the slash");
        assertThat(storage.delete(ref("a/"))).isTrue();
        assertThat(text(ref("a"))).isEqualTo("without");
    }

    @Test
    @DisplayName("keys that differ by case or by Unicode normalisation alone are different")
    void keysThatDifferByCaseOrNormalisationAreDifferent() {
        List<String> keys = List.of("Report.csv", "report.csv", "caf\u00e9", "cafe\u0301");
        keys.forEach(key -> put(key, key));
        keys.forEach(key -> assertThat(text(ref(key))).isEqualTo(key));
        assertThat(names(ListRequest.of(bucket))).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    @DisplayName("the same key in two buckets names two objects")
    void sameKeyInTwoBucketsNamesTwoObjects() {
        ObjectRef other = new ObjectRef(harness.secondBucket(), ObjectKey.of("a"));
        put("a", "first");
        assertThat(storage.find(other)).isEmpty();
        storage.put(other, io.databot.storage.Content.text("second"));
        assertThat(storage.delete(ref("a"))).isTrue();
        assertThat(text(other)).isEqualTo("second");
    }
}
