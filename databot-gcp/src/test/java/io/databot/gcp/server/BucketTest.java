package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest extends ServerFixture {

    @Test
    void createdBucketIsFoundAndListed() {
        RawClient.Answer created = client.post("/storage/v1/b?project=p", "{\"name\":\"new-one\",\"location\":\"EU\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(client.get("/storage/v1/b/new-one").field("location")).isEqualTo("EU");
        assertThat(client.get("/storage/v1/b?project=p").json().at("/items").findValuesAsText("name"))
                .containsExactly("box", "new-one", "vault");
    }

    @Test
    void secondBucketOfTheSameNameIsAConflict() {
        RawClient.Answer answer = client.post("/storage/v1/b?project=p", "{\"name\":\"box\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.reason()).isEqualTo("conflict");
    }

    @Test
    void illFormedBucketNameIsRefused() {
        assertThat(client.post("/storage/v1/b?project=p", "{\"name\":\"No\"}").status())
                .isEqualTo(400);
    }

    @Test
    void bucketWithAnObjectIsNotDeleted() {
        client.put("box", "a", "content");

        RawClient.Answer answer = client.delete("/storage/v1/b/box");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo("The bucket you tried to delete is not empty.");
        assertThat(client.get("/storage/v1/b/box").status()).isEqualTo(200);
    }

    @Test
    void noncurrentVersionKeepsABucketFromBeingDeleted() {
        client.put("vault", "a", "content");
        client.delete(RawClient.at("vault", "a"));

        assertThat(client.delete("/storage/v1/b/vault").status()).isEqualTo(409);
    }

    @Test
    void emptyBucketIsDeletedOnce() {
        assertThat(client.delete("/storage/v1/b/box").status()).isEqualTo(204);
        assertThat(client.delete("/storage/v1/b/box").status()).isEqualTo(404);
    }

    @Test
    void missingBucketAndMissingObjectAreToldApart() {
        RawClient.Answer noBucket = client.get(RawClient.at("nowhere", "a"));
        RawClient.Answer noObject = client.get(RawClient.at("box", "a/b"));

        assertThat(noBucket.status()).isEqualTo(404);
        assertThat(noObject.status()).isEqualTo(404);
        assertThat(noBucket.message()).isEqualTo("The specified bucket does not exist.");
        assertThat(noObject.message()).isEqualTo("No such object: box/a/b");
        assertThat(noObject.text())
                .isEqualTo("{\"error\":{\"code\":404,\"message\":\"No such object: box/a/b\",\"errors\":["
                        + "{\"message\":\"No such object: box/a/b\",\"domain\":\"global\",\"reason\":\"notFound\"}]}}");
    }

    @Test
    void patchTurnsVersioningOn() {
        client.patch("/storage/v1/b/box", "{\"versioning\":{\"enabled\":true}}");
        client.put("box", "a", "1");
        client.put("box", "a", "2");

        assertThat(client.get("/storage/v1/b/box").field("metageneration")).isEqualTo("2");
        assertThat(client.get("/storage/v1/b/box/o?versions=true").json().path("items"))
                .hasSize(2);
    }
}
