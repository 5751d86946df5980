package io.databot.terraform;

import static io.databot.terraform.TofuEncryption.PASSPHRASE;
import static io.databot.terraform.TofuEncryption.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.databot.credential.Secret;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States that OpenTofu encrypted. */
class EncryptedStateTest {

    private static final String PLAIN =
            States.withResources(States.resource("a_b", "c", "{\"id\":\"SWORDFISH\",\"n\":12345678901234567890}"));

    private final TofuEncryption tofu = TofuEncryption.standard();

    private static State read(String content, String passphrase) {
        return new StateParser(() -> Optional.of(passphrase))
                .parse(content.getBytes(StandardCharsets.UTF_8), "test.tfstate", Instant.EPOCH);
    }

    private static State read(String content) {
        return read(content, PASSPHRASE);
    }

    private static StateFailure refusal(String content, String passphrase) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> read(content, passphrase));
        assertThat(failure).as("nothing was refused").isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("SWORDFISH", passphrase.strip());
        return failure;
    }

    private static StateFailure refusal(String content) {
        return refusal(content, PASSPHRASE);
    }

    @Test
    void rightPassphraseOpensIt() {
        State state = read(tofu.file(PLAIN));
        assertThat(state.get("a_b.c.id").asString()).isEqualTo("SWORDFISH");
        assertThat(state.get("a_b.c.n").asBigDecimal()).hasToString("12345678901234567890");
        assertThat(state.serial()).isEqualTo(1);
        assertThat(state.lineage()).isEqualTo(States.LINEAGE);
        assertThat(state.origin()).isEqualTo("test.tfstate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256 16", "sha256 24", "sha256 32", "sha512 16", "sha512 24", "sha512 32"})
    void everyHashAndKeyLengthIsRead(String how) {
        TofuEncryption encryption =
                tofu.withHash(how.substring(0, 6)).withKeyLength(Integer.parseInt(how.substring(7)));
        assertThat(read(encryption.file(PLAIN)).find("a_b.c")).isPresent();
    }

    @Test
    void keyProviderMayHaveAnyAlias() {
        for (String alias : new String[] {"state-key", "", "key_provider.static.other", "key_provider.pbkdf2.a.b"}) {
            String file = TofuEncryption.file(
                    "\"serial\":1,\"lineage\":\"\"",
                    entry(alias, tofu.meta()),
                    tofu.encrypted(PLAIN.getBytes(StandardCharsets.UTF_8)));
            assertThat(read(file).find("a_b.c")).as(alias).isPresent();
        }
    }

    @Test
    void withoutAPassphraseTheSettingIsNamed() {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> States.read(tofu.file(PLAIN)));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure)
                .hasMessageContaining("no passphrase is set")
                .hasMessageContaining("DATABOT_STATE_PASSPHRASE")
                .hasMessageContaining("tofu state pull");
        StateFailure empty = catchThrowableOfType(StateFailure.class, () -> read(tofu.file(PLAIN), ""));
        assertThat(empty).hasMessageContaining("no passphrase is set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery stäple", "Correct horse battery stäple ", "not it at all"})
    void wrongPassphraseIsToldAsSuch(String passphrase) {
        StateFailure failure = refusal(tofu.file(PLAIN), passphrase);
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining("passphrase that is set").hasMessageContaining("aad");
    }

    @Test
    void changedDataIsNotOpened() {
        String file = tofu.file(PLAIN);
        int at = file.indexOf("encrypted_data") + 60;
        String changed = file.substring(0, at) + (file.charAt(at) == 'A' ? 'B' : 'A') + file.substring(at + 1);
        assertThat(refusal(changed).problem()).isEqualTo(Problem.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"serial\":2,\"lineage\":\"" + States.LINEAGE + "\"",
                "\"serial\":1,\"lineage\":\"another\"",
                "\"serial\":18446744073709551615,\"lineage\":\"\""
            })
    void whatStandsInTheClearMustBeTrue(String outer) {
        StateFailure failure = refusal(tofu.file(outer, PLAIN));
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining("serial or lineage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"serial\":null,\"lineage\":\"\"", "\"lineage\":null", "\"serial\":1"})
    void whatDoesNotStandInTheClearIsNotCompared(String outer) {
        assertThat(read(tofu.file(outer, PLAIN)).serial()).isEqualTo(1);
    }

    @Test
    void copiesOfSecretsAreMarkedInsideToo() {
        String plain = States.withResources(
                States.resource("google_service_account_key", "k", "{\"private_key\":\"SWORDFISH\"}") + ","
                        + States.resource("a_b", "c", "{\"copy\":\"SWORDFISH\"}"));
        assertThat(read(tofu.file(plain)).get("a_b.c.copy").sensitive()).isTrue();
    }

    static Stream<Arguments> otherKeys() {
        return Stream.of(
                Arguments.of(entry("key_provider.aws_kms.a", "{\"ciphertext_blob\":\"SWORDFISH\"}"), "aws_kms"),
                Arguments.of(entry("alias", "{\"ciphertext_blob\":\"SWORDFISH\"}"), "aws_kms"),
                Arguments.of(entry("key_provider.gcp_kms.a", "{\"ciphertext\":\"SWORDFISH\"}"), "gcp_kms"),
                Arguments.of(entry("key_provider.azure_vault.a", "{\"ciphertext\":\"SWORDFISH\"}"), "azure_vault"),
                Arguments.of(entry("key_provider.openbao.a", "{\"ciphertext\":\"SWORDFISH\"}"), "openbao"),
                Arguments.of(entry("key_provider.external.a", "{\"external_data\":{}}"), "external"),
                Arguments.of(entry("alias", "{\"external_data\":{\"x\":\"SWORDFISH\"}}"), "external"),
                Arguments.of(entry("key_provider.static.a", "{\"magic\":\"Hello world!\"}"), "static"),
                Arguments.of(entry("alias", "{\"magic\":\"Hello world!\"}"), "static"),
                Arguments.of(entry("key_provider.SWORDFISH.a", "{\"x\":1}"), "unknown"),
                Arguments.of(
                        entry("key_provider.openbao.a", "{}") + "," + entry("key_provider.aws_kms.b", "{}"),
                        "aws_kms, openbao"),
                Arguments.of("", "tells nothing"));
    }

    @ParameterizedTest
    @MethodSource
    void otherKeys(String meta, String called) {
        StateFailure failure = refusal(TofuEncryption.file("\"serial\":1", meta, tofu.encrypted(new byte[1])));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining(called).hasMessageContaining("tofu state pull");
    }

    @Test
    void oneOfSeveralKeyProvidersMayHaveMadeTheKey() {
        String right = entry("key_provider.pbkdf2.m", tofu.meta());
        String other = tofu.withSalt("of the fallback").meta();
        for (String meta : new String[] {
            right + "," + entry("key_provider.pbkdf2.a", other),
            entry("key_provider.pbkdf2.a", other) + "," + right,
            entry("key_provider.aws_kms.a", "{\"ciphertext_blob\":\"x\"}") + "," + right
        }) {
            assertThat(read(withMeta(meta)).find("a_b.c")).as(meta).isPresent();
            StateFailure failure = refusal(withMeta(meta), "not it at all");
            assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
            assertThat(failure).hasMessageContaining("more than one of its 2 key providers");
        }
    }

    private String withMeta(String meta) {
        return TofuEncryption.file("\"serial\":1", meta, tofu.encrypted(PLAIN.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keyProvidersAreLimitedBeforeAnyIsTried() {
        String many = IntStream.rangeClosed(1, 17)
                .mapToObj(i -> entry("a" + i, tofu.meta()))
                .collect(Collectors.joining(","));
        assertThat(refusal(withMeta(many))).hasMessageContaining("more than 16 key providers");
        String slow = tofu.meta().replace("1000", "5000001");
        assertThat(refusal(withMeta(entry("a", slow) + "," + entry("b", slow))))
                .hasMessageContaining("10000000 iterations");
    }

    @Test
    void saltIsLimited() {
        StateFailure failure =
                refusal(withMeta(entry("a", tofu.withSalt("s".repeat(4_097)).meta())));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining("salt of more than 4096 bytes");
    }

    @Test
    void passphraseMayBeWrittenInAnotherFormOfUnicode() {
        String decomposed = Normalizer.normalize(PASSPHRASE, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSPHRASE);
        assertThat(read(tofu.file(PLAIN), decomposed).find("a_b.c")).isPresent();
    }

    @Test
    void passphraseThatJavaCouldNotReadIsToldAsSuch() {
        assertThat(refusal(tofu.file(PLAIN), "correct horse battery st\ufffd\ufffdple"))
                .hasMessageContaining("UTF-8")
                .hasMessageContaining("databot.properties");
        assertThat(refusal(tofu.file(PLAIN), "not it at all").getMessage()).doesNotContain("UTF-8");
    }

    static Stream<Arguments> malformed() {
        String meta = TofuEncryption.standard().meta();
        String data = TofuEncryption.standard().encrypted(PLAIN.getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                Arguments.of(entry("a", meta.replace("1000", "0")), data, "iterations"),
                Arguments.of(entry("a", meta.replace("1000", "-1")), data, "iterations"),
                Arguments.of(entry("a", meta.replace("1000", "1e3")), data, "iterations"),
                Arguments.of(entry("a", meta.replace("1000", "1000.5")), data, "iterations"),
                Arguments.of(entry("a", meta.replace("1000", "\"SWORDFISH\"")), data, "iterations"),
                Arguments.of(entry("a", meta.replace(":32", ":31")), data, "key length"),
                Arguments.of(entry("a", meta.replace(":32", ":99999999999999999999")), data, "key_length"),
                Arguments.of(entry("a", meta.replace(":32", ":1e99999")), data, "key_length"),
                Arguments.of(entry("a", meta.replace("\"salt\"", "\"pepper\"")), data, "salt"),
                Arguments.of(entry("a", meta.replace("\"salt\":\"", "\"salt\":\"!")), data, "not Base64"),
                Arguments.of(entry("a", "{\"iterations\":1,\"iterations\":2}"), data, "not JSON"),
                Arguments.of(entry("a", "SWORDFISH"), data, "not JSON"),
                Arguments.of(entry("a", "[\"SWORDFISH\"]"), data, "not an object"),
                Arguments.of(entry("a", "[".repeat(100_000)), data, "not an object"),
                Arguments.of(entry("a", "{\"a\":".repeat(100_000)), data, "not JSON"),
                Arguments.of("\"a\":\"?SWORDFISH?\"", data, "not Base64"),
                Arguments.of("\"a\":{\"SWORDFISH\":1}", data, "not a text"),
                Arguments.of(entry("a", meta), "SWORDFISH!", "not Base64"),
                Arguments.of(entry("a", meta), "", "too short"),
                Arguments.of(entry("a", meta), "bm9uY2Ugb2YgMTJi", "too short"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String meta, String data, String called) {
        StateFailure failure = refusal(TofuEncryption.file("\"serial\":1", meta, data));
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining(called);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000001", "2147483648", "18446744073709551615"})
    void iterationsAreLimitedBeforeTheyAreBegun(String iterations) {
        String meta = entry("a", tofu.meta().replace("1000", iterations));
        StateFailure failure = refusal(TofuEncryption.file("\"serial\":1", meta, tofu.encrypted(new byte[1])));
        assertThat(failure.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(failure).hasMessageContaining("10000000 iterations");
    }

    @Test
    void otherHashFunctionsAndVersionsAreRefused() {
        String hashed = TofuEncryption.file(
                "\"serial\":1", entry("a", tofu.meta().replace("sha512", "md5")), tofu.encrypted(new byte[1]));
        assertThat(refusal(hashed)).hasMessageContaining("sha256 and sha512");
        StateFailure version = refusal(tofu.file(PLAIN).replace("\"v0\"", "\"v1 SWORDFISH\""));
        assertThat(version.problem()).isEqualTo(Problem.ENCRYPTED);
        assertThat(version).hasMessageContaining("version");
    }

    @Test
    void encryptedPlanIsNamedAsSuch() {
        String plan =
                TofuEncryption.file("\"x\":1", entry("a", tofu.meta()), tofu.encrypted(States.resource("plan.bin")));
        assertThat(refusal(plan).problem()).isEqualTo(Problem.NOT_A_STATE);
        assertThat(refusal(plan)).hasMessageContaining("a plan that OpenTofu encrypted");
        String disguised = TofuEncryption.file(
                "\"serial\":1", entry("a", tofu.meta()), tofu.encrypted(States.resource("plan.bin")));
        assertThat(refusal(disguised)).hasMessageContaining("saved plan");
    }

    @Test
    void nothingIsDecryptedTwice() {
        StateFailure failure = refusal(tofu.file(tofu.file(PLAIN)));
        assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        assertThat(failure).hasMessageContaining("encrypted again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{\"version\":4,", "{\"version\":5}", "{\"version\":4} SWORDFISH", "\u0000\u0000\u0000", "[]"
            })
    void whatIsInsideIsCheckedAsAnyFile(String plain) {
        refusal(tofu.file(plain));
    }

    @Test
    void keyIsKeptForAsLongAsRecipeAndPassphraseAreTheSame() {
        PassphraseKeys keys = new PassphraseKeys();
        SecretKey first = keys.key(recipe(tofu), PASSPHRASE);
        assertThat(keys.key(recipe(tofu), PASSPHRASE)).isSameAs(first);
        assertThat(keys.hasMade(recipe(tofu), PASSPHRASE)).isTrue();
        assertThat(keys.hasMade(recipe(tofu), "another")).isFalse();
        assertThat(keys.key(recipe(tofu), "another")).isNotEqualTo(first);
        assertThat(keys.key(recipe(tofu.withSalt("pepper")), PASSPHRASE)).isNotEqualTo(first);
        assertThat(keys.key(recipe(tofu.withHash("sha256")), PASSPHRASE)).isNotEqualTo(first);
        assertThat(Arrays.equals(keys.key(recipe(tofu), PASSPHRASE).getEncoded(), first.getEncoded()))
                .isTrue();
    }

    private static KeyRecipe recipe(TofuEncryption encryption) {
        Map<String, StateValue> meta = new LinkedHashMap<>(Values.whole(StateText.of(
                        ("{" + entry("a", encryption.meta()) + "}").getBytes(StandardCharsets.UTF_8),
                        new Refusals("x")))
                .asMap());
        return KeyRecipe.of(meta, new Refusals("x")).get(0);
    }

    @Test
    void passphraseIsAskedAnewSoThatAWrongOneCanBeCorrected() {
        AtomicReference<String> current = new AtomicReference<>("wrong");
        StateParser parser = new StateParser(() -> Optional.of(current.get()));
        byte[] file = tofu.file(PLAIN).getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(StateFailure.class, () -> parser.parse(file.clone(), "x", Instant.EPOCH)))
                .isNotNull();
        current.set(PASSPHRASE);
        assertThat(parser.parse(file.clone(), "x", Instant.EPOCH).instances()).hasSize(1);
    }

    @Test
    void sourceTakesThePassphraseFromItsBuilder(@TempDir Path directory) {
        Tree tree = new Tree(directory).write("terraform.tfstate", tofu.file(PLAIN));
        try (TerraformState source = TerraformState.builder("dev")
                .location(tree.path("terraform.tfstate").toString())
                .passphrase(Secret.of(PASSPHRASE))
                .build()) {
            assertThat(source.read().find("a_b.c")).isPresent();
        }
    }

    @Test
    void sourceTakesThePassphraseFromTheVariableIfItIsGivenNone(@TempDir Path directory) {
        Tree tree = new Tree(directory).write("terraform.tfstate", tofu.file(PLAIN));
        TerraformState.Builder builder = TerraformState.at(
                        tree.path("terraform.tfstate").toString())
                .variables(name -> Optional.of(PASSPHRASE).filter(set -> name.equals("DATABOT_STATE_PASSPHRASE")));
        assertThat(builder.readOnce().find("a_b.c")).isPresent();
        builder.passphrase(Secret.of("another"));
        assertThat(catchThrowableOfType(StateFailure.class, builder::readOnce))
                .hasMessageContaining("Correct state.passphrase");
    }
}
