package io.databot.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.Databot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Opening an environment whose backend is Google's loads none of Google's SDK; a fresh JVM tells by its class-loading log. */
class LazinessTest {

    private static final List<String> GOOGLES = List.of("com.google.cloud.", "com.google.auth.", "com.google.api.");

    /** What the fresh JVM runs: opens, discovers, names, but uses no port of Google's. */
    static final class OpenOnly {
        public static void main(String[] arguments) {
            try (Databot databot = Databot.open("dev")) {
                System.out.println(
                        "discovered " + databot.infrastructure().project().orElse("?"));
                System.out.println("found " + databot.workbench().name());
            }
        }
    }

    /** The same, and then uses the storage port. */
    static final class UsePort {
        public static void main(String[] arguments) {
            try (Databot databot = Databot.open("dev")) {
                System.out.println("bucket " + databot.storage());
            }
        }
    }

    @Test
    void openingAndDiscoveringLoadsNoClassOfGooglesSdk() throws Exception {
        List<String> lines = run(OpenOnly.class);

        assertThat(lines).contains("discovered acme-robots-dev");
        assertThat(lines).anyMatch(line -> line.contains("io.databot.gcp.GcpBackend"));
        assertThat(lines).noneMatch(line -> GOOGLES.stream().anyMatch(line::contains));
    }

    @Test
    void usingThePortLoadsIt() throws Exception {
        assertThat(run(UsePort.class)).anyMatch(line -> line.contains("com.google.cloud.storage."));
    }

    private static List<String> run(Class<?> program) throws IOException, InterruptedException {
        return FreshJvm.run(List.of("-Ddatabot.storage.backend=gcp", "-Ddatabot.credentials.kind=none"), program);
    }
}
