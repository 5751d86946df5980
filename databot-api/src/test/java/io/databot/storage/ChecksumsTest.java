package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.InvalidRequestFailure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {

    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void crc32cIsTheCastagnoliOne() {
        assertThat(Crc32c.of(DIGITS).value()).isEqualTo(0xE3069283);
        assertThat(Crc32c.of(new byte[0]).base64()).isEqualTo("AAAAAA==");
    }

    @Test
    void crc32cIsWrittenAndReadAsGoogleDoes() {
        Crc32c checksum = Crc32c.of(DIGITS);
        assertThat(checksum.base64()).isEqualTo("4waSgw==");
        assertThat(Crc32c.parse("4waSgw==")).isEqualTo(checksum);
        assertThat(checksum).hasToString("crc32c:4waSgw==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAA=", "not base64!", "4waSgw==\n"})
    void textThatIsNoCrc32cIsRefused(String text) {
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> Crc32c.parse(text));
    }

    @Test
    void md5IsWrittenAsGoogleDoes() {
        assertThat(Md5.of(new byte[0]).base64()).isEqualTo("1B2M2Y8AsgTpgAmY7PhCfg==");
        assertThat(Md5.of(new byte[0])).isEqualTo(new Md5("1B2M2Y8AsgTpgAmY7PhCfg=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAA==", "d41d8cd98f00b204e9800998ecf8427e", "?"})
    void textThatIsNoMd5IsRefused(String text) {
        assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> new Md5(text));
    }
}
