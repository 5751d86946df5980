package io.databot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every example runs to its end, in the directory where a user runs it. */
class ExamplesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void quickstartShowsTheMapAndFinishesTheRoundTrip() {
        assertThat(run("quickstart")).isZero();

        assertThat(text(out))
                .contains("Environment dev, project acme-robots-dev, region us-central1")
                .containsPattern("bucket +data +acme-robots-dev-data")
                .containsPattern("bucket +archive +acme-robots-dev-archive")
                .containsPattern("service account +databot +databot-dev@acme-robots-dev.iam.gserviceaccount.com")
                .containsPattern("workbench +databot +databot-dev +us-central1-b, STOPPED")
                .containsPattern("service +databot +databot-dev +us-central1, https://")
                .contains("downloaded  21 bytes, the same")
                .contains("deleted     true");
    }

    @Test
    void quickstartOpensProdToo() {
        assertThat(run("quickstart", "prod")).isZero();

        assertThat(text(out)).contains("Environment prod").contains("Round trip through acme-robots-prod-data");
    }

    @Test
    void swappedBackendPublishesAndFindsTheReport() {
        assertThat(run("swap-backend-in-tests")).isZero();

        assertThat(text(out)).contains("newest     All is well.");
    }

    @Test
    void guiceApplicationWritesIntoBothInjectedBuckets() {
        assertThat(run("guice-application")).isZero();

        assertThat(text(out)).contains("archived  acme-robots-dev-archive/kept/notes.txt");
    }

    @Test
    void listFilesOfAnEmptyBucketSaysSo() {
        assertThat(run("list-files", "dev")).isZero();

        assertThat(text(out)).contains("0 objects, 0 bytes in acme-robots-dev-data");
    }

    @Test
    void listFilesWithoutAnEnvironmentSaysHowToCallIt() {
        assertThat(run("list-files")).isEqualTo(2);

        assertThat(text(err)).contains("Say list-files ENV [PREFIX]").doesNotContain("\tat ");
    }

    @Test
    void unknownEnvironmentFailsWithOneMessageAndNoStackTrace() {
        assertThat(run("list-files", "nowhere")).isOne();

        assertThat(text(err)).contains("nowhere").doesNotContain("\tat ").hasLineCount(1);
    }

    @Test
    void unknownExampleNamesThoseThatThereAre() {
        assertThat(run("quickstrat")).isEqualTo(2);

        assertThat(text(err))
                .contains("guice-application, inventory, list-files, quickstart, state-query, swap-backend-in-tests");
    }

    private int run(String... arguments) {
        return Examples.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
