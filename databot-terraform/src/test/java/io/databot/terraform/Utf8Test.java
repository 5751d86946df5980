package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    /** Every lead byte with the boundary values of the bytes after it, against the JDK's strict decoder. */
    @Test
    void agreesWithTheStrictDecoderOfTheJdk() {
        int[] interesting = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
        for (int lead = 0; lead < 256; lead++) {
            for (int second : interesting) {
                for (int third : interesting) {
                    for (int fourth : interesting) {
                        byte[] bytes = {'a', (byte) lead, (byte) second, (byte) third, (byte) fourth, 'a'};
                        assertThat(Utf8.firstInvalid(bytes) < 0)
                                .as("%02x %02x %02x %02x", lead, second, third, fourth)
                                .isEqualTo(decodes(bytes));
                    }
                }
            }
        }
    }

    @Test
    void findsTheOneBadByteWhereverItStands() {
        for (int length = 1; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
                bytes[at] = (byte) 0xff;
                assertThat(Utf8.firstInvalid(bytes)).isEqualTo(at);
            }
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
