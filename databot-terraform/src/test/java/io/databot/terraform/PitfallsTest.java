package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.storage.BucketName;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What readers of state files are known to stumble over, as far as no other test has it.
 *
 * <pre>
 * Empty; truncated, inside a character too    BadContentTest nothingIsEmpty, everyPrefix...; TerraformStateTest torn...
 * Byte order mark; CR LF                      StateReaderTest byteOrderMarkIsAccepted, windowsLineEndsAreRead
 * UTF-16, NULs, gzip, zip, HTML, XML,         BadContentTest notJson
 *   HCL, chunk sizes, merge conflict, NaN,
 *   text after the end
 * Bytes that are not UTF-8                    BadContentTest bytesThatAreNotUtf8AreNotJson; Utf8Test
 * Lock file, output -json, plan JSON          BadContentTest notAState
 * Versions 0, 3, 5, "4", 1e999999999          BadContentTest otherVersionsAreUnsupported, versionThatComesLastCountsToo
 * A name or an instance twice                 BadContentTest malformed
 * Key 1.5, key 2147483647                     BadContentTest malformed; StateReaderTest hugeIndexCostsNothing
 * Exponent bombs                              BadContentTest malformed; here
 * 100,000 levels                              BadContentTest malformed; StateReaderTest deepestAllowedValue...; here
 * Text of 64 MB, long names                   here; StateReaderTest longTextsAndLongNamesAreRead
 * Names with one hash code                    BadContentTest namesMadeToCollideDoNoHarm; here
 * Half of a surrogate pair                    StateReaderTest halfASurrogatePair...; StatePropertyTest
 * Escaped NUL                                 StateReaderTest escapedNulIsKept; here, in a bucket's name
 * Directory, pipe, device, links in a circle  FileBytesTest
 * A file that may not be read                 FileBytesTest refusedPermissionIsAccessDenied; here, with a real one
 * More than 2 GB, sparse                      FileBytesTest fileOverTheLimitIsNotRead
 * Replaced or truncated while it is read      here; TerraformStateTest tornFileIsReadAgainUntilItIsWhole
 * Backup beside no state                      LocationTest backupIsMentionedAndNeverRead
 * Lock left behind                            TerraformStateTest lockBesideAWholeFileIsNoMatter, lockedFile..., lockNote...
 * Any other damage                            StatePropertyTest, FuzzCorpusTest
 * </pre>
 */
class PitfallsTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    private Path directory;

    private static StateFailure refusal(String content) {
        StateFailure failure = catchThrowableOfType(StateFailure.class, () -> States.read(content));
        assertThat(failure).as("nothing was refused").isNotNull();
        return failure;
    }

    private static String instance(String fields) {
        return States.withResources(States.resourceWithInstances("a_b", "c", "{" + fields + "}"));
    }

    /** Each place where a value may stand; % stands for it. */
    private static List<String> places() {
        return List.of(
                instance("\"attributes\":{\"x\":%}"),
                instance("\"attributes_flat\":{\"x\":%}"),
                instance("\"attributes\":{},\"sensitive_attributes\":%"),
                instance("\"attributes\":{},\"private\":%"),
                instance("\"attributes\":{},\"new\":%"),
                States.withOutputs("\"o\":{\"value\":%}"),
                States.withOutputs("\"o\":{\"value\":1,\"type\":%}"),
                "{\"version\":4,\"check_results\":%}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", "\ufeff \n"})
    void byteOrderMarkAloneIsEmpty(String content) {
        assertThat(refusal(content).problem()).isEqualTo(Problem.EMPTY);
    }

    @Test
    void halfASurrogatePairIsReplacedInTheLineageToo() {
        assertThat(States.read("{\"version\":4,\"lineage\":\"\\ud83d\"}").lineage())
                .isEqualTo("\ufffd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void hundredThousandLevelsAreRefusedWhereverTheyStand(String level) {
        for (String place : places()) {
            String close = level.equals("[") ? "]" : "}";
            String value = level.repeat(100_000) + "1" + close.repeat(100_000);
            assertThat(refusal(place.replace("%", value)).problem()).as(place).isEqualTo(Problem.MALFORMED);
        }
    }

    @Test
    void exponentBombHarmsNothingWhereverItStands() {
        for (String bomb : List.of("1e999999999", "-1E-999999999", "1e2147483648", "1e-99999999999999999999")) {
            for (String place : places()) {
                assertThatNoException().as(place).isThrownBy(() -> {
                    try {
                        StateFuzz.exercise(States.read(place.replace("%", bomb)));
                    } catch (StateFailure refused) {
                        assertThat(refused.problem()).isEqualTo(Problem.MALFORMED);
                    }
                });
            }
        }
    }

    @Test
    void largestExponentsAreExactAndLargerOnesRefused() {
        for (String good : List.of("1e100000", "1e-100000", "-1.5e100000")) {
            assertThat(States.read(instance("\"attributes\":{\"x\":" + good + "}"))
                            .get("a_b.c.x")
                            .asBigDecimal())
                    .isEqualTo(new BigDecimal(good));
        }
        for (String bad : List.of("1e100001", "1e-100001")) {
            StateFailure failure = refusal(instance("\"attributes\":{\"x\":" + bad + "}"));
            assertThat(failure.problem()).isEqualTo(Problem.MALFORMED);
        }
    }

    @Test
    void textOf64MegabytesIsRead() {
        int length = 64 << 20;
        byte[] start = "{\"version\":4,\"outputs\":{\"o\":{\"value\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}}}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(start, start.length + length + end.length);
        Arrays.fill(bytes, start.length, start.length + length, (byte) 'x');
        System.arraycopy(end, 0, bytes, start.length + length, end.length);
        assertThat(States.read(bytes).get("output.o").asString().length()).isEqualTo(length);
    }

    @Test
    void keysAndOutputsMadeToCollideDoNoHarm() {
        List<String> instances = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < 1 << 12; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 11; bit >= 0; bit--) {
                // Aa and BB have one hash code in Java.
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            instances.add("{\"index_key\":\"" + name + "\",\"attributes\":{}}");
            outputs.add("\"" + name + "\":{\"value\":1}");
        }
        State state = States.read(
                States.withResources(States.resourceWithInstances("a_b", "c", String.join(",", instances))));
        assertThat(state.get("a_b.c").asMap()).hasSize(1 << 12);
        assertThat(state.find("a_b.c[\"" + "BB".repeat(12) + "\"]")).isPresent();
        assertThat(States.read(States.withOutputs(String.join(",", outputs))).outputs())
                .hasSize(1 << 12);
    }

    @Test
    void escapedNulReachesNoBucket() {
        State state = States.read(instance("\"attributes\":{\"name\":\"acme\\u0000-dev\"}"));
        String name = state.get("a_b.c.name").asString();
        assertThatThrownBy(() -> BucketName.of(name))
                .isInstanceOf(InvalidRequestFailure.class)
                .hasMessageNotContaining("\0");
    }

    /** Root may read everything: then this test aborts, which the report shows. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileWithoutAnyPermissionIsAccessDenied() throws IOException {
        Path file = Files.writeString(directory.resolve("terraform.tfstate"), States.withOutputs(""));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "NOT RUN: this user reads files of mode 000");
        assertThatThrownBy(() -> FileBytes.read(file, LIMIT))
                .isInstanceOf(AccessDeniedFailure.class)
                .hasMessageContaining("may not read it");
    }

    private void assertChangeIsSeen(MeddledFile.Meddling meddling) throws IOException {
        Path file = Files.write(directory.resolve("terraform.tfstate"), States.resource("default.tfstate"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        StateFailure failure =
                catchThrowableOfType(StateFailure.class, () -> FileBytes.read(MeddledFile.of(file, meddling), LIMIT));
        assertThat(failure).isNotNull().hasMessageContaining("changed while it was read");
        assertThat(failure.problem()).isEqualTo(Problem.TRUNCATED);
    }

    @Test
    void fileTruncatedWhileItIsReadIsTorn() throws IOException {
        assertChangeIsSeen(file -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100)));
    }

    @Test
    void fileEmptiedAndWrittenAgainWhileItIsReadIsTorn() throws IOException {
        assertChangeIsSeen(file -> Files.write(file, Files.readAllBytes(file)));
    }

    @Test
    void fileThatGrowsWhileItIsReadIsTorn() throws IOException {
        assertChangeIsSeen(file -> Files.writeString(file, Files.readString(file) + "\n"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void fileReplacedWhileItIsReadIsTorn() throws IOException {
        assertChangeIsSeen(file -> {
            Path other = Files.copy(file, file.resolveSibling("other"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    @Test
    void fileLeftAloneIsReadThroughTheSamePath() throws IOException {
        Path file = Files.write(directory.resolve("terraform.tfstate"), States.resource("default.tfstate"));
        assertThat(FileBytes.read(MeddledFile.of(file, untouched -> {}), LIMIT))
                .isEqualTo(States.resource("default.tfstate"));
    }
}
