package io.databot.gcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest extends ServerFixture {

    @Test
    void objectIsReadAtItsPlainPath() {
        client.put("box", "dir/a b", "0123456789");

        RawClient.Answer answer = client.get("/box/dir/a%20b", "Range", "bytes=2-3");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo("23");
        assertThat(answer.header("x-goog-generation")).isNotEmpty();
    }

    @Test
    void headDescribesWithoutBytes() {
        client.put("box", "a", "0123456789");

        RawClient.Answer answer = client.send("HEAD", "/box/a", new byte[0]);

        assertThat(answer.header("content-length")).isEqualTo("10");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void refusalsAreXml() {
        RawClient.Answer noObject = client.get("/box/none");
        RawClient.Answer noBucket = client.get("/nowhere/none");

        assertThat(noObject.status()).isEqualTo(404);
        assertThat(noObject.text()).contains("<Code>NoSuchKey</Code>");
        assertThat(noBucket.text()).contains("<Code>NoSuchBucket</Code>");
    }

    @Test
    void objectIsWrittenAndDeletedUnderConditions() {
        String onlyNew = "x-goog-if-generation-match";

        assertThat(client.send("PUT", "/box/a", RawClient.utf8("1"), onlyNew, "0")
                        .status())
                .isEqualTo(200);
        assertThat(client.send("PUT", "/box/a", RawClient.utf8("2"), onlyNew, "0")
                        .status())
                .isEqualTo(412);
        assertThat(server.content("box", "a")).hasValue(RawClient.utf8("1"));
        assertThat(client.delete("/box/a").status()).isEqualTo(204);
    }
}
