package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States that OpenTofu's own code encrypted; what they are says the README beside them. */
class OpenTofuEncryptionTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String NOT_ASCII = "Zwölf Boxkämpfer jagen €uro 🔑";

    private static State read(String file, String passphrase) {
        return new StateParser(() -> Optional.of(passphrase))
                .parse(States.resource("opentofu/" + file + ".tfstate"), file, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "defaults, " + PASSPHRASE,
        "defaults-1.12.6, " + NOT_ASCII,
        "sha256, " + PASSPHRASE,
        "not-ascii, " + NOT_ASCII,
        "decomposed, Zwölf Boxkämpfer jagen",
        "blanks, '  blanks around me  '",
        "alias, " + PASSPHRASE,
        "fallback-1.7.0, " + PASSPHRASE,
        "fallback-1.9.4, " + PASSPHRASE,
        "plan-key-1.9.4, " + PASSPHRASE
    })
    void isReadAsItWasBefore(String file, String passphrase) {
        State state = read(file, passphrase);
        State plain = States.read(States.resource("opentofu/plain.tfstate"));
        assertThat(plain.instances()).hasSize(2);
        assertThat(plain.diff(state).isEmpty()).isTrue();
        assertThat(state.get("output.token").asString()).isEqualTo("s3cr3t-<&>-ü");
        assertThat(state.serial()).isEqualTo(plain.serial());
    }

    @Test
    void passphraseMayStandInTheFormThatItWasWrittenIn() {
        String decomposed = Normalizer.normalize("Zwölf Boxkämpfer jagen", Normalizer.Form.NFD);
        assertThat(read("decomposed", decomposed).instances()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "sha256, wrong, Correct state.passphrase",
        "fallback-1.9.4, wrong, more than one of its 2 key providers",
        "aad, " + PASSPHRASE + ", aad",
        "chain, " + PASSPHRASE + ", more than one of its 2 key providers",
        "external, " + PASSPHRASE + ", key provider external"
    })
    void whatCannotBeOpenedIsToldAsSuch(String file, String passphrase, String said) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> read(file, passphrase));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining(said).hasMessageContaining("tofu state pull");
    }
}
