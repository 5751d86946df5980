package io.databot.terraform;

import static io.databot.terraform.Refused.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are something else than a state are refused by the name of what they are. */
class ForeignContentTest {

    static Stream<Arguments> notJson() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(States.resource("default.tfstate"));
        }
        return Stream.of(
                Arguments.of(zipped.toByteArray(), "gzip"),
                Arguments.of(States.resource("plan.bin"), "zip archive, such as a saved plan"),
                Arguments.of(inCharset(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of(inCharset(StandardCharsets.UTF_16LE), "NUL"),
                Arguments.of(withByteOrderMark(), "UTF-16"),
                Arguments.of(new byte[4096], "NUL"),
                Arguments.of(bytes("<!DOCTYPE html>\n<html>SWORDFISH</html>"), "HTML page"),
                Arguments.of(bytes("\n<html lang=en>SWORDFISH</html>"), "HTML page"),
                Arguments.of(bytes("<?xml version='1.0'?><Error>SWORDFISH</Error>"), "XML document"),
                Arguments.of(
                        bytes("resource \"google_storage_bucket\" \"SWORDFISH\" {\n}\n"), "Terraform configuration"),
                Arguments.of(bytes("# SWORDFISH\nprovider \"google\" {}\n"), "Terraform configuration"),
                Arguments.of(bytes("version https://git-lfs.github.com/spec/v1\noid sha256:SWORDFISH"), "Git LFS"),
                Arguments.of(bytes("1f4\r\n{\"version\":4}\r\n0\r\n\r\n"), "chunk sizes"),
                Arguments.of(
                        bytes("{\n<<<<<<< HEAD\n  \"serial\": 1,\n=======\n  \"serial\": 2,\n>>>>>>> SWORDFISH\n}"),
                        "conflict markers"),
                Arguments.of(
                        bytes("# This file is maintained automatically by \"terraform init\".\n"),
                        ".terraform.lock.hcl"),
                Arguments.of(
                        bytes("provider \"registry.example/SWORDFISH/google\" {\n  version = \"1\"\n}\n"),
                        ".terraform.lock.hcl"),
                Arguments.of(bytes("project = \"SWORDFISH\"\n"), "terraform.tfvars"),
                Arguments.of(bytes("output = \"SWORDFISH\"\n"), "terraform.tfvars"),
                Arguments.of(bytes("╷\n│ Warning: No outputs found SWORDFISH"), "a message for people"),
                Arguments.of(bytes("\u001b[33mWarning: SWORDFISH"), "a message for people"),
                Arguments.of(bytes("No state.\n"), "a message for people"),
                Arguments.of(bytes("digraph {\n SWORDFISH\n}"), "terraform graph"),
                Arguments.of(bytes("-----BEGIN PGP MESSAGE-----\nSWORDFISH"), "OpenPGP"),
                Arguments.of(bytes("-----BEGIN PRIVATE KEY-----\nSWORDFISH"), "PEM"),
                Arguments.of(bytes("$ANSIBLE_VAULT;1.1;AES256\nSWORDFISH"), "Ansible Vault"),
                Arguments.of(bytes("age-encryption.org/v1\nSWORDFISH"), "by age"),
                Arguments.of(bytes("{\"@level\":\"info\"}\n{\"@level\":\"SWORDFISH\"}"), "a log"),
                Arguments.of(bytes("BZh91AY SWORDFISH"), "bzip2"),
                Arguments.of(HexFormat.of().parseHex("fd377a585a0000"), "xz"),
                Arguments.of(HexFormat.of().parseHex("28b52ffd0000"), "zstd"),
                Arguments.of(bytes("\u0000GITCRYPT\u0000SWORDFISH"), "git-crypt"),
                Arguments.of(bytes("{\"version\":4,\"a\":SWORDFISH}"), "not JSON"),
                Arguments.of(bytes("{'version':4}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4,\"a\":NaN}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4,\"a\":01}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4,}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4,\"a\":\"line\nfeed SWORDFISH\"}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4,\"a\":\"bad \\x SWORDFISH\"}"), "not JSON"),
                Arguments.of(bytes("{\"version\":4}\u0000\u0000"), "follows the end"),
                Arguments.of(bytes("{\"version\":4} SWORDFISH"), "follows the end"),
                Arguments.of(bytes("{\"version\":4}{\"version\":4}"), "follows the end"),
                Arguments.of(bytes("{\"version\":4}}"), "follows the end"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inCharset(Charset charset) {
        return States.text("default.tfstate").getBytes(charset);
    }

    private static byte[] withByteOrderMark() {
        return ("\ufeff" + States.text("default.tfstate")).getBytes(StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @MethodSource
    void notJson(byte[] content, String called) {
        StateFailure failure = refusal(content);
        assertThat(failure.problem()).isEqualTo(Problem.NOT_JSON);
        assertThat(failure).hasMessageContaining(called);
    }

    static Stream<Arguments> notAState() {
        return Stream.of(
                Arguments.of(States.text("plan.json"), "a plan in JSON"),
                Arguments.of(
                        "{\"ID\":\"x\",\"Operation\":\"OperationTypeApply\",\"Info\":\"\",\"Who\":\"SWORDFISH\"}",
                        "a lock file"),
                Arguments.of(States.text("local-backend.json"), "terraform init leaves"),
                Arguments.of("{\"version\":3,\"state_store\":{\"type\":\"SWORDFISH\"}}", "terraform init leaves"),
                Arguments.of("{\"version\":3}", "version 3 without the modules"),
                Arguments.of("{\"version\":3,\"deployment\":{\"x\":\"SWORDFISH\"}}", "Pulumi"),
                Arguments.of("{\"version\":3,\"checkpoint\":{}}", "Pulumi"),
                Arguments.of("{\"format_version\":\"1.2\",\"planned_values\":{},\"values\":{}}", "a plan in JSON"),
                Arguments.of("{\"format_version\":\"1.0\",\"resource_changes\":[]}", "a plan in JSON"),
                Arguments.of("{\"format_version\":\"1.0\",\"provider_schemas\":{}}", "providers schema"),
                Arguments.of("{\"format_version\":\"1.0\",\"function_signatures\":{}}", "metadata functions"),
                Arguments.of("{\"format_version\":\"1.0\",\"valid\":true,\"diagnostics\":[]}", "terraform validate"),
                Arguments.of("{\"format_version\":\"1.0\",\"modules\":[]}", "terraform modules"),
                Arguments.of("{\"format_version\":\"1.0\",\"root_module\":{}}", "another command"),
                Arguments.of("{\"terraform_version\":\"1.11.4\",\"provider_selections\":{}}", "terraform version"),
                Arguments.of("{\"@message\":\"SWORDFISH\",\"@level\":\"info\"}", "a log"),
                Arguments.of("{\"Modules\":[{\"Key\":\"SWORDFISH\"}]}", "list of modules"),
                Arguments.of("{\"credentials\":{\"h\":{\"token\":\"SWORDFISH\"}}}", "terraform login"),
                Arguments.of("{\"client_email\":\"x\",\"private_key\":\"SWORDFISH\"}", "service account"),
                Arguments.of("{\"error\":{\"message\":\"SWORDFISH\"}}", "service's error"),
                Arguments.of("{\"errors\":[{\"detail\":\"SWORDFISH\"}]}", "service's error"),
                Arguments.of("{\"data\":{\"type\":\"state-versions\"}}", "reply of a service"),
                Arguments.of("{\"resource\":{\"a\":\"SWORDFISH\"},\"terraform\":{}}", "configuration in JSON"),
                Arguments.of(
                        "{\"meta\":{},\"encrypted_data\":\"SWORDFISH\",\"encryption_version\":\"v0\"}", "a plan that"),
                Arguments.of("{}", "without any field"),
                Arguments.of("{\"serial\":1,\"resources\":[{\"mode\":\"SWORDFISH\"}]}", "without"),
                Arguments.of("[]", "not an object"),
                Arguments.of("\"SWORDFISH\"", "not an object"),
                Arguments.of("17", "not an object"),
                Arguments.of("null", "not an object"));
    }

    @ParameterizedTest
    @MethodSource
    void notAState(String content, String called) {
        StateFailure failure = refusal(content);
        assertThat(failure.problem()).isEqualTo(Problem.NOT_A_STATE);
        assertThat(failure).hasMessageContaining(called).hasMessageContaining("terraform state pull");
    }
}
