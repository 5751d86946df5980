package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectMetadataTest {

    private static final ObjectMetadata NONE = ObjectMetadata.none();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/csv; charset=utf-8",
                "application/vnd.api+json;q=1",
                "multipart/form-data; boundary=\"a b\"",
                "x/y ; a=b ; c=\"\\\"\""
            })
    void mediaTypeIsAccepted(String type) {
        assertThat(ObjectMetadata.ofType(type).contentType()).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "csv",
                "text/",
                "/csv",
                "text/csv/x",
                "text csv",
                "text/csv; charset",
                "text/csv\n",
                "text/csv;\r\n a=b",
                "té/x",
                "text/x; a=\"é\"",
                "text/x; a=\"b"
            })
    void textThatIsNoMediaTypeIsRefused(String type) {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> ObjectMetadata.ofType(type))
                .withMessageContaining("media type")
                .satisfies(failure -> assertThat(failure.details().remedy()).isNotBlank());
    }

    @Test
    void longMediaTypeDoesNotExhaustTheStack() {
        String quoted = "a\\\\\\\"".repeat(50_000);
        String type = "text/x" + ("; a=\"" + quoted + "\"").repeat(2) + "; b=c".repeat(50_000);
        assertThat(ObjectMetadata.ofType(type).contentType()).contains(type);
    }

    @Test
    void headerWithOtherThanPrintableAsciiIsRefused() {
        for (String bad : List.of("a\r\nX-Evil: 1", "ä", "\u0007", "\u007f")) {
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.withCacheControl(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.withContentDisposition(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.withContentEncoding(bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.withContentLanguage(bad));
        }
    }

    @Test
    void emptyUserKeyIsRefused() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> NONE.with("", "x"))
                .withMessageContaining("empty");
    }

    @Test
    void userKeysThatDifferByCaseAloneAreRefused() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> NONE.with("Colour", "red").with("colour", "blue"))
                .withMessageContaining("case");
        assertThat(NONE.with("colour", "red").with("colour", "blue").user())
                .containsExactly(Map.entry("colour", "blue"));
    }

    @Test
    void userTextThatIsNoUtf8OrBreaksLinesIsRefused() {
        for (String bad : List.of("\uD83D", "a\nb", "a\rb", "a\u0000b")) {
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.with("key", bad));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> NONE.with(bad, "value"));
        }
    }

    @Test
    void userEntriesOverTheLimitAreRefusedWithTheirSize() {
        int room = ObjectMetadata.MAX_USER_BYTES - 3;
        assertThat(NONE.with("key", "v".repeat(room)).user()).hasSize(1);
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> NONE.with("key", "v".repeat(room + 1)))
                .withMessageContaining("8193")
                .withMessageContaining("8192");
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> NONE.with("key", "é".repeat(room / 2 + 1)));
    }

    @Test
    void userEntriesAreCopiedKeepTheirOrderAndCannotBeChanged() {
        Map<String, String> given = new LinkedHashMap<>(Map.of("z", "1"));
        given.put("a", "2");
        ObjectMetadata metadata = NONE.withUser(given);
        given.clear();
        assertThat(metadata.user()).containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> metadata.user().clear());
    }

    @Test
    void refusedMetadataDoesNotPrintTheValue() {
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> NONE.with("token", "hidden-value\n"))
                .satisfies(failure ->
                        assertThat(failure.getMessage()).contains("token").doesNotContain("hidden-value"));
    }

    @Test
    void patchSetsRemovesAndKeeps() {
        ObjectMetadata before = ObjectMetadata.ofType("text/csv")
                .withCacheControl("no-store")
                .withContentLanguage("de")
                .with("a", "1")
                .with("b", "2");
        MetadataPatch patch = MetadataPatch.none()
                .set("a", "3")
                .remove("b")
                .remove("missing")
                .header(MetadataPatch.Header.CACHE_CONTROL, "")
                .header(MetadataPatch.Header.CONTENT_DISPOSITION, "inline");
        assertThat(patch.applyTo(before))
                .isEqualTo(ObjectMetadata.ofType("text/csv")
                        .withContentLanguage("de")
                        .withContentDisposition("inline")
                        .with("a", "3"));
        assertThat(MetadataPatch.none().applyTo(before)).isEqualTo(before);
    }

    @Test
    void patchWithoutContentTypeGivesTheDefaultOne() {
        MetadataPatch patch = MetadataPatch.none().header(MetadataPatch.Header.CONTENT_TYPE, "");
        assertThat(patch.applyTo(ObjectMetadata.ofType("text/csv")).contentType())
                .contains(ObjectMetadata.DEFAULT_CONTENT_TYPE);
    }

    @Test
    void patchThatNoStoreCanHoldIsRefused() {
        MetadataPatch none = MetadataPatch.none();
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> none.set("", "x"));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> none.remove(""));
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> none.header(MetadataPatch.Header.CONTENT_TYPE, "csv"));
        assertThatExceptionOfType(InvalidRequestFailure.class)
                .isThrownBy(() -> none.set("a", "1").remove("A"));
        MetadataPatch large = none.set("b", "v".repeat(5000));
        ObjectMetadata full = NONE.withUser(Map.of("a", "v".repeat(5000)));
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> large.applyTo(full));
        assertThat(new MetadataPatch(Map.of(), Map.of("k", Optional.of("v")))).isEqualTo(none.set("k", "v"));
    }
}
