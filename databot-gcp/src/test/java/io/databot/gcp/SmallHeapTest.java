package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 512 MiB pass through a client whose heap has 64. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SmallHeapTest {

    private static final long SIZE = 512L << 20;

    @Test
    void hugePutAndReadNeedLittleMemory() throws Exception {
        try (HugeObjectServer server = new HugeObjectServer()) {
            assertThat(run(server, "put")).contains("size " + SIZE);
            assertThat(run(server, "read")).contains("size " + SIZE, "read " + SIZE);
        }
    }

    @Test
    void hugeWriterNeedsLittleMemory() throws Exception {
        try (HugeObjectServer server = new HugeObjectServer()) {
            assertThat(run(server, "writer")).contains("size " + SIZE);
        }
    }

    private static List<String> run(HugeObjectServer server, String what) throws Exception {
        ChildJvm.Result result = ChildJvm.run(
                List.of("-Xmx64m"), SmallHeapClient.class, server.uri().toString(), what, String.valueOf(SIZE));
        assertThat(result.status()).as("%s", result.lines()).isZero();
        return result.lines();
    }
}
