package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.terraform.ScanFailure.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The scan takes just what Jackson takes. */
class JsonScanPropertyTest {

    private static final byte[] TELLING =
            "{}[]\",:\\/u0e1-+. \n\r\t\0\u000btnf\u007f".getBytes(StandardCharsets.US_ASCII);

    @Provide
    Arbitrary<Object> values() {
        return AnyState.values();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void jsonWithOneByteDamagedIsTakenOrRefusedAsByJackson(@ForAll("values") Object value, @ForAll long style) {
        Random random = new Random(style);
        String text = random.nextBoolean()
                ? AnyJson.write(value, style)
                : LaidOutJson.nearlyLikeTerraform(value, random, 1 + random.nextInt(50));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(JsonScanTest.scan(bytes)).isEmpty();
        for (int times = 0; times < 20; times++) {
            assertAsJackson(damaged(bytes, random));
        }
    }

    private static void assertAsJackson(byte[] bytes) {
        Optional<Fault> fault = JsonScanTest.scan(bytes);
        if (fault.equals(Optional.of(Fault.TOO_MANY_DIGITS))) {
            return;
        }
        try {
            StrictJson.read(bytes);
            assertThat(fault).as(shown(bytes)).isEmpty();
        } catch (IOException e) {
            assertThat(fault.isPresent() || StateOracle.isHalfPair(e))
                    .as("%s: %s", e.getMessage(), shown(bytes))
                    .isTrue();
        }
    }

    private static String shown(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** One byte is another, is one more, or is none. */
    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte other = random.nextBoolean() ? (byte) random.nextInt(256) : TELLING[random.nextInt(TELLING.length)];
        int kept = random.nextInt(3);
        if (kept == 2) {
            byte[] copy = bytes.clone();
            copy[at] = other;
            return copy;
        }
        byte[] result = Arrays.copyOf(bytes, kept == 1 ? bytes.length + 1 : bytes.length - 1);
        System.arraycopy(
                bytes,
                kept == 1 ? at : at + 1,
                result,
                kept == 1 ? at + 1 : at,
                bytes.length - (kept == 1 ? at : at + 1));
        if (kept == 1) {
            result[at] = other;
        }
        return result;
    }
}
