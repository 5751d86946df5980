package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetadataTest extends ServerFixture {
    private static final String A = RawClient.at("box", "a");

    @Test
    void patchMergesMetadataAndRemovesNulls() {
        client.put("box", "a", "content");
        client.patch(A, "{\"contentType\":\"text/plain\",\"metadata\":{\"keep\":\"1\",\"drop\":\"2\"}}");

        RawClient.Answer patched = client.patch(A, "{\"metadata\":{\"drop\":null,\"add\":\"3\"}}");

        assertThat(patched.json().path("metadata").toString()).isEqualTo("{\"keep\":\"1\",\"add\":\"3\"}");
        assertThat(patched.field("contentType")).isEqualTo("text/plain");
        assertThat(patched.field("metageneration")).isEqualTo("3");
        assertThat(server.content("box", "a")).hasValue(RawClient.utf8("content"));
    }

    @Test
    void patchToNullRemovesAField() {
        client.put("box", "a", "content");
        client.patch(A, "{\"contentType\":\"text/plain\",\"metadata\":{\"k\":\"v\"}}");

        RawClient.Answer patched = client.patch(A, "{\"contentType\":null,\"metadata\":null}");

        assertThat(patched.json().has("contentType")).isFalse();
        assertThat(patched.json().has("metadata")).isFalse();
    }

    @Test
    void patchKeepsTheGenerationAndMovesTheUpdateTime() {
        String generation = client.put("box", "a", "content").field("generation");
        setTime("2026-01-03T00:00:00Z");

        RawClient.Answer patched = client.patch(A, "{\"contentLanguage\":\"de\"}");

        assertThat(patched.field("generation")).isEqualTo(generation);
        assertThat(patched.field("timeCreated")).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(patched.field("updated")).isEqualTo("2026-01-03T00:00:00.000Z");
    }

    @Test
    void patchMayComeAsAnOverriddenPost() {
        client.put("box", "a", "content");

        client.send("POST", A, RawClient.utf8("{\"contentLanguage\":\"de\"}"), "X-HTTP-Method-Override", "PATCH");

        assertThat(client.get(A).field("contentLanguage")).isEqualTo("de");
        assertThat(server.count(Operation.PATCH)).isEqualTo(1);
    }

    @Test
    void patchCannotTouchWhatTheServerOwns() {
        RawClient.Answer before = client.put("box", "a", "content");

        RawClient.Answer patched = client.patch(A, "{\"size\":\"99\",\"generation\":\"1\",\"md5Hash\":\"x\"}");

        assertThat(patched.field("size")).isEqualTo(before.field("size"));
        assertThat(patched.field("generation")).isEqualTo(before.field("generation"));
        assertThat(patched.field("md5Hash")).isEqualTo(before.field("md5Hash"));
    }

    @Test
    void updateReplacesAllAttributes() {
        client.put("box", "a", "content");
        client.patch(A, "{\"contentType\":\"text/plain\",\"metadata\":{\"k\":\"v\"}}");

        RawClient.Answer updated = client.send("PUT", A, RawClient.utf8("{\"contentLanguage\":\"de\"}"));

        assertThat(updated.json().has("metadata")).isFalse();
        assertThat(updated.json().has("contentType")).isFalse();
        assertThat(updated.field("contentLanguage")).isEqualTo("de");
    }

    @Test
    void overwritingForgetsTheOldAttributes() {
        client.put("box", "a", "content");
        client.patch(A, "{\"metadata\":{\"k\":\"v\"}}");

        assertThat(client.put("box", "a", "again").json().has("metadata")).isFalse();
    }

    @Test
    void deletedObjectIsGone() {
        client.put("box", "a", "content");

        assertThat(client.delete(A).status()).isEqualTo(204);
        assertThat(client.delete(A).status()).isEqualTo(404);
        assertThat(client.get(A).status()).isEqualTo(404);
    }

    @Test
    void deletedObjectOfAVersionedBucketStaysAsNoncurrent() {
        String generation = client.put("vault", "a", "content").field("generation");
        setTime("2026-01-03T00:00:00Z");
        client.delete(RawClient.at("vault", "a"));

        RawClient.Answer old = client.get(RawClient.at("vault", "a") + "?generation=" + generation);

        assertThat(client.get(RawClient.at("vault", "a")).status()).isEqualTo(404);
        assertThat(old.field("timeDeleted")).isEqualTo("2026-01-03T00:00:00.000Z");
    }

    @Test
    void deletingOneGenerationLeavesTheOthers() {
        String first = client.put("vault", "a", "1").field("generation");
        client.put("vault", "a", "2");

        assertThat(client.delete(RawClient.at("vault", "a") + "?generation=" + first)
                        .status())
                .isEqualTo(204);

        assertThat(client.get("/storage/v1/b/vault/o?versions=true").json().path("items"))
                .hasSize(1);
        assertThat(server.content("vault", "a")).hasValue(RawClient.utf8("2"));
    }

    @Test
    void deletingTheLiveGenerationByNumberLeavesNoTrace() {
        String generation = client.put("vault", "a", "1").field("generation");

        client.delete(RawClient.at("vault", "a") + "?generation=" + generation);

        assertThat(server.names("vault")).isEmpty();
    }

    @Test
    void unknownAddressIsNotFound() {
        assertThat(client.get("/storage/v1/nothing").status()).isEqualTo(404);
        assertThat(server.count(Operation.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void malformedAddressIsRefused() {
        assertThat(client.get("/storage/v1/b/box/o/%FF").status()).isEqualTo(400);
        assertThat(client.get(A + "?generation=x").status()).isEqualTo(400);
    }
}
