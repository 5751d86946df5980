package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessRulesTest extends ServerFixture {
    private static final String A = RawClient.at("box", "a");

    @Test
    void missingTokenIsAskedFor() {
        server.access().requireToken("secret");

        RawClient.Answer answer = client.get(A);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason()).isEqualTo("required");
        assertThat(answer.message()).startsWith("Anonymous caller does not have storage.objects.get access");
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"https://accounts.google.com/\"");
    }

    @Test
    void wrongTokenIsRefused() {
        server.access().requireToken("secret");

        RawClient.Answer answer = client.get(A, "Authorization", "Bearer other");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reason()).isEqualTo("authError");
        assertThat(answer.header("www-authenticate")).endsWith("error=\"invalid_token\"");
    }

    @Test
    void rightTokenOpens() {
        client.put("box", "a", "x");
        server.access().requireToken("secret");

        assertThat(client.get(A, "Authorization", "Bearer secret").status()).isEqualTo(200);
    }

    @Test
    void forbiddenBucketRefusesEverythingInIt() {
        server.access().forbid("box");

        assertThat(client.get("/storage/v1/b/box").status()).isEqualTo(403);
        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(403);
        assertThat(client.put("box", "a", "x").reason()).isEqualTo("forbidden");
        assertThat(client.put("vault", "a", "x").status()).isEqualTo(200);
    }

    @Test
    void forbiddenObjectRefusesEveryWayToIt() {
        client.put("box", "b", "x");
        server.access().forbid("box", "a");

        assertThat(client.put("box", "a", "x").status()).isEqualTo(403);
        assertThat(client.get(A).message()).contains("Permission 'storage.objects.get' denied on resource");
        assertThat(client.post(RawClient.at("box", "b") + "/copyTo/b/box/o/a", "")
                        .status())
                .isEqualTo(403);
        assertThat(client.put("box", "c", "x").status()).isEqualTo(200);
    }

    @Test
    void forbiddenOperationLeavesOthers() {
        server.access().forbid(Operation.BUCKET_GET);

        assertThat(client.get("/storage/v1/b/box").message()).contains("storage.buckets.get");
        assertThat(client.get("/storage/v1/b/box/o?maxResults=1").status()).isEqualTo(200);
    }

    @Test
    void clearedRulesAllowEverything() {
        server.access().requireToken("secret").forbid("box").forbid(Operation.LIST);
        server.access().clear();

        assertThat(client.get("/storage/v1/b/box/o").status()).isEqualTo(200);
    }
}
