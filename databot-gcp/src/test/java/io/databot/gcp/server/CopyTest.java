package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyTest extends ServerFixture {
    private static final String A = RawClient.at("box", "a");

    @BeforeEach
    void storeSource() {
        client.put("box", "a", "content");
        client.patch(A, "{\"contentType\":\"text/plain\",\"metadata\":{\"k\":\"v\"}}");
    }

    @Test
    void rewriteCopiesBytesAndAttributes() {
        RawClient.Answer answer = client.post(A + "/rewriteTo/b/vault/o/x%2Fy", "");

        assertThat(answer.json().path("done").asBoolean()).isTrue();
        assertThat(answer.field("totalBytesRewritten")).isEqualTo("7");
        assertThat(answer.json().at("/resource/name").asText()).isEqualTo("x/y");
        assertThat(answer.json().at("/resource/metadata/k").asText()).isEqualTo("v");
        assertThat(answer.json().at("/resource/metageneration").asText()).isEqualTo("1");
        assertThat(server.content("vault", "x/y")).hasValue(RawClient.utf8("content"));
    }

    @Test
    void rewriteWithABodyReplacesAllAttributes() {
        RawClient.Answer answer = client.post(A + "/rewriteTo/b/box/o/c", "{\"contentType\":\"text/x\"}");

        assertThat(answer.json().at("/resource/contentType").asText()).isEqualTo("text/x");
        assertThat(answer.json().at("/resource").has("metadata")).isFalse();
    }

    @Test
    void limitedRewriteGoesOnFromItsToken() {
        server.limitRewritesTo(3);

        RawClient.Answer first = client.post(A + "/rewriteTo/b/box/o/c", "");
        assertThat(first.field("totalBytesRewritten")).isEqualTo("3");
        assertThat(first.json().path("done").asBoolean()).isFalse();
        assertThat(server.content("box", "c")).isEmpty();
        RawClient.Answer second = next(first);
        RawClient.Answer third = next(second);

        assertThat(second.field("totalBytesRewritten")).isEqualTo("6");
        assertThat(third.json().path("done").asBoolean()).isTrue();
        assertThat(third.json().has("rewriteToken")).isFalse();
        assertThat(server.content("box", "c")).hasValue(RawClient.utf8("content"));
    }

    @Test
    void callerMayLimitTheRewriteToWholeMebibytes() {
        client.put("box", "a", "x".repeat((1 << 20) + 1));

        RawClient.Answer answer = client.post(A + "/rewriteTo/b/box/o/c?maxBytesRewrittenPerCall=1048576", "");

        assertThat(answer.field("totalBytesRewritten")).isEqualTo("1048576");
        assertThat(answer.field("rewriteToken")).isNotEmpty();
        assertThat(client.post(A + "/rewriteTo/b/box/o/c?maxBytesRewrittenPerCall=5", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void rewriteHeedsConditionsOnBothEnds() {
        client.put("box", "c", "target");

        assertThat(client.post(A + "/rewriteTo/b/box/o/c?ifGenerationMatch=0", "")
                        .status())
                .isEqualTo(412);
        assertThat(client.post(A + "/rewriteTo/b/box/o/c?ifSourceGenerationMatch=7", "")
                        .status())
                .isEqualTo(412);
        assertThat(client.post(A + "/rewriteTo/b/box/o/c?ifSourceMetagenerationMatch=1", "")
                        .status())
                .isEqualTo(412);
        assertThat(server.content("box", "c")).hasValue(RawClient.utf8("target"));
    }

    @Test
    void rewriteFromOrToWhatIsMissingFails() {
        assertThat(client.post(RawClient.at("box", "none") + "/rewriteTo/b/box/o/c", "")
                        .message())
                .isEqualTo("No such object: box/none");
        assertThat(client.post(A + "/rewriteTo/b/nowhere/o/c", "").message())
                .isEqualTo("The specified bucket does not exist.");
        assertThat(client.post(A + "/rewriteTo/b/box/o/c?rewriteToken=made-up", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void copyTakesTheGivenGenerationOntoTheSameName() {
        String first = client.put("vault", "v", "one").field("generation");
        client.put("vault", "v", "two");

        client.post(RawClient.at("vault", "v") + "/copyTo/b/vault/o/v?sourceGeneration=" + first, "");

        assertThat(server.content("vault", "v")).hasValue(RawClient.utf8("one"));
    }

    @Test
    void moveLeavesNothingBehind() {
        RawClient.Answer answer = client.post(A + "/moveTo/o/b", "");

        assertThat(answer.field("name")).isEqualTo("b");
        assertThat(answer.json().at("/metadata/k").asText()).isEqualTo("v");
        assertThat(server.names("box")).containsExactly("b");
    }

    @Test
    void moveOntoItselfIsRefused() {
        assertThat(client.post(A + "/moveTo/o/a", "").status()).isEqualTo(400);
        assertThat(server.names("box")).containsExactly("a");
    }

    @Test
    void refusedMoveKeepsTheSource() {
        client.put("box", "b", "target");

        assertThat(client.post(A + "/moveTo/o/b?ifGenerationMatch=0", "").status())
                .isEqualTo(412);
        assertThat(server.names("box")).containsExactly("a", "b");
    }

    @Test
    void composeJoinsInOrderAndHasNoMd5() {
        client.put("box", "b", " and more");

        RawClient.Answer answer = compose("{\"name\":\"b\"},{\"name\":\"a\"},{\"name\":\"b\"}");

        assertThat(answer.json().has("md5Hash")).isFalse();
        assertThat(answer.json().path("componentCount").asInt()).isEqualTo(3);
        assertThat(answer.field("contentType")).isEqualTo("text/y");
        assertThat(server.content("box", "all")).hasValue(RawClient.utf8(" and morecontent and more"));
    }

    @Test
    void composeTakesUpTo32Sources() {
        assertThat(compose(times(32)).status()).isEqualTo(200);
        assertThat(compose(times(33)).status()).isEqualTo(400);
        assertThat(compose("").status()).isEqualTo(400);
    }

    @Test
    void composeHeedsTheConditionOfEachSource() {
        assertThat(compose("{\"name\":\"a\",\"objectPreconditions\":{\"ifGenerationMatch\":\"7\"}}")
                        .status())
                .isEqualTo(412);
        assertThat(compose("{\"name\":\"none\"}").status()).isEqualTo(404);
    }

    private RawClient.Answer next(RawClient.Answer before) {
        return client.post(A + "/rewriteTo/b/box/o/c?rewriteToken=" + before.field("rewriteToken"), "");
    }

    private RawClient.Answer compose(String sources) {
        return client.post(
                RawClient.at("box", "all") + "/compose",
                "{\"sourceObjects\":[%s],\"destination\":{\"contentType\":\"text/y\"}}".formatted(sources));
    }

    private static String times(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"name\":\"a\"}").collect(Collectors.joining(","));
    }
}
