package io.databot.discovery;

import static io.databot.discovery.TestState.map;
import static io.databot.discovery.TestState.state;
import static io.databot.discovery.TestState.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.StateValue;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** States as they are found in the wild. Discovery gives the right bucket or fails; it never gives a wrong one. */
class MessyStatesTest {

    private static final String NONE = "nothing";
    private static final String SEVERAL = "several";

    /** What it is, the state, the environment, the name or empty, and the bucket, {@link #NONE} or {@link #SEVERAL}. */
    static Stream<Arguments> environments() {
        TestState both = state().bucket("data", "acme-prod-data").bucket("data2", "acme-dev-data");
        TestState parts = state().bucket("a", "acme-device-logs").bucket("b", "acme-nonprod-logs");
        TestState hyphens = state().bucket("a", "acme-non-prod-logs").bucket("b", "acme-pre-prod-logs");
        TestState numbered = state().bucket("a", "acme-dev2-data").bucket("b", "acme-dev-data");
        TestState keys = state().bucket("data[\"prod\"]", "acme-x1").bucket("data[\"dev\"]", "acme-x2");
        TestState modules = state().bucket("module.prod.data", "acme-x1").bucket("module.dev.data", "acme-x2");
        TestState tools = state().bucket("tools", "acme-prod-dev-tools");
        TestState portal = state().bucket("portal", "acme-dev-portal-prod");
        TestState oneProject = state().bucketIn("acme-prod", "data[\"dev\"]", "acme-prod-dev-data")
                .bucketIn("acme-prod", "data[\"prod\"]", "acme-prod-data");
        return Stream.of(
                arguments("both by name", both, "dev", "acme-dev-data"),
                arguments("both by name", both, "prod", "acme-prod-data"),
                arguments("both by name, a third asked for", both, "staging", NONE),
                arguments("dev is not in device, nonprod is not dev", parts, "dev", "acme-device-logs"),
                arguments("prod is not in nonprod", parts, "prod", "acme-device-logs"),
                arguments("non-prod is not prod", hyphens, "prod", NONE),
                arguments("non-prod is not dev", hyphens, "dev", NONE),
                arguments("dev2 is not dev", numbered, "dev", "acme-dev-data"),
                arguments("dev is not dev2", numbered, "dev2", "acme-dev2-data"),
                arguments("dev2 is not prod", numbered, "prod", NONE),
                arguments("keys", keys, "dev", "acme-x2"),
                arguments("keys, a third asked for", keys, "staging", NONE),
                arguments("modules", modules, "prod", "acme-x1"),
                arguments("modules, a third asked for", modules, "qa", NONE),
                arguments("a prod bucket with dev in its name", tools, "dev", NONE),
                arguments("a prod bucket with dev in its name", tools, "prod", NONE),
                arguments("a dev portal's prod bucket", portal, "dev", NONE),
                arguments("a dev portal's prod bucket", portal, "prod", NONE),
                arguments("all in one project named prod", oneProject, "dev", "acme-prod-dev-data"),
                arguments("all in one project named prod", oneProject, "prod", "acme-prod-data"),
                arguments(
                        "the module speaks against the key",
                        state().bucket("module.prod.x[\"dev\"]", "x-1"),
                        "dev",
                        NONE),
                arguments("the module speaks against the name", state().bucket("module.prod.x", "a-dev"), "dev", NONE),
                arguments("camel case", state().bucket("prodData", "acme-x1"), "dev", NONE),
                arguments("the key is a path", state().bucket("x[\"prod/data\"]", "acme-x1"), "dev", NONE),
                arguments("only the project says prod", state().bucketIn("acme-prod", "x", "acme-x1"), "dev", NONE),
                arguments(
                        "a demo project",
                        state().bucketIn("my-demo-1", "x", "my-demo-1-data"),
                        "dev",
                        "my-demo-1-data"),
                arguments(
                        "a nonprod project",
                        state().bucket("x", "acme-nonprod-dev-data"),
                        "dev",
                        "acme-nonprod-dev-data"),
                arguments("test data of dev", state().bucket("x", "acme-dev-test-data"), "dev", "acme-dev-test-data"),
                arguments("test data of dev", state().bucket("x", "acme-dev-test-data"), "test", NONE),
                arguments("a label against a name", state().bucket("x", "acme-dev-x", "env=prod"), "dev", NONE),
                arguments(
                        "a label for another name",
                        state().bucket("x", "acme-test-x", "env=dev"),
                        "dev",
                        "acme-test-x"),
                arguments(
                        "the label decides between misleading names",
                        state().bucket("prod", "acme-prod-old", "env=dev").bucket("dev", "acme-dev-old", "env=prod"),
                        "dev",
                        "acme-prod-old"),
                arguments("two without signs", state().bucket("a", "acme-a").bucket("b", "acme-b"), "dev", SEVERAL),
                arguments("one without, one with", state().bucket("a", "acme-a").bucket("b", "b-dev"), "dev", "b-dev"),
                arguments("regions", state().bucket("a", "x-prod-us").bucket("b", "x-prod-eu"), "prod-eu", "x-prod-eu"),
                arguments("regions", state().bucket("a", "x-prod-us").bucket("b", "x-prod-eu"), "prod", SEVERAL),
                arguments("nothing at all", state(), "dev", NONE));
    }

    @ParameterizedTest(name = "{0}: {2} gives {3}")
    @MethodSource("environments")
    void theEnvironmentsBucketOrAFailure(String what, TestState state, String environment, String expected) {
        Discovery discovery = state.discovery(environment);

        requireExpected(expected, () -> discovery.find(ResourceKind.BUCKET));
    }

    static Stream<Arguments> outputs() {
        TestState perEnvironment = state().output("dev_bucket", "acme-x1").output("prod_bucket", "acme-x2");
        StateValue byEnvironment = map("dev=acme-x1", "prod=acme-x2");
        return Stream.of(
                arguments("one for each", perEnvironment, "dev", "acme-x1"),
                arguments("one for each, a third asked for", perEnvironment, "qa", NONE),
                arguments("a map by environment", state().output("buckets", byEnvironment), "prod", "acme-x2"),
                arguments("a map by environment", state().output("buckets", byEnvironment), "qa", NONE),
                arguments("a map of another only", state().output("buckets", map("prod=acme-x2")), "dev", NONE),
                arguments("a map of one", state().output("buckets", map("raw=acme-x2")), "dev", "acme-x2"),
                arguments(
                        "a map of data and more", state().output("buckets", map("raw=a-1", "data=a-2")), "dev", "a-2"),
                arguments(
                        "a list",
                        state().output("buckets", StateValue.of(java.util.List.of(text("a-1")))),
                        "dev",
                        NONE),
                arguments(
                        "a map of objects",
                        state().output("buckets", StateValue.of(Map.of("dev", map("name=a-1")))),
                        "dev",
                        NONE),
                arguments("another's bucket", state().output("bucket", "acme-prod-data"), "dev", NONE),
                arguments(
                        "another's bucket, though it says dev", state().output("dev_bucket", "acme-prod"), "dev", NONE),
                arguments(
                        "a demo bucket that it calls dev",
                        state().output("dev_bucket", "acme-demo"),
                        "dev",
                        "acme-demo"),
                arguments("a demo bucket", state().output("bucket", "acme-demo"), "dev", NONE),
                arguments(
                        "the resource's label speaks against it",
                        state().output("dev_bucket", "acme-x1").bucket("x", "acme-x1", "environment=prod"),
                        "dev",
                        NONE),
                arguments(
                        "the resource's module speaks against it",
                        state().output("bucket", "acme-x1").bucket("module.prod.x", "acme-x1"),
                        "dev",
                        NONE),
                arguments(
                        "the resource's label speaks for it",
                        state().output("bucket", "acme-demo").bucket("x", "acme-demo", "environment=dev"),
                        "dev",
                        "acme-demo"),
                arguments("null", state().output("bucket", StateValue.ofNull()), "dev", NONE),
                arguments("empty", state().output("bucket", " "), "dev", NONE),
                arguments("a number", state().output("bucket", StateValue.of(7)), "dev", NONE),
                arguments("a secret", state().output("bucket", text("acme-data").asSensitive()), "dev", NONE),
                arguments(
                        "two that differ",
                        state().output("bucket", "a-1").output("data_bucket", "a-2"),
                        "dev",
                        SEVERAL),
                arguments("only an archive", state().output("archive_bucket", "a-1"), "dev", NONE));
    }

    @ParameterizedTest(name = "{0}: {2} gives {3}")
    @MethodSource("outputs")
    void theBucketThatAnOutputNamesOrAFailure(String what, TestState state, String environment, String expected) {
        Discovery discovery = state.discovery(environment);

        requireExpected(expected, () -> discovery.find(ResourceKind.BUCKET));
    }

    static Stream<Arguments> names() {
        TestState project = state().bucketIn("acme-data-dev", "x", "acme-data-dev-archive");
        TestState words = state().bucket("x", "acme-dev-data").bucket("y", "acme-dev-data-archive");
        TestState exact = state().bucket("data", "acme-dev-1").bucket("y", "acme-dev-data-archive");
        TestState roles = state().bucket("x", "dev-data-archive", "databot_environment=dev", "databot_role=archive")
                .bucket("y", "acme-dev-data", "environment=dev");
        TestState keys = state().bucket("b[\"data\"]", "acme-dev-1").bucket("b[\"archive\"]", "acme-dev-data-2");
        TestState environments = state().bucket("archive", "acme-prod-archive").bucket("data", "acme-dev-data");
        return Stream.of(
                arguments("the project's words are not the bucket's", project, "data", NONE),
                arguments("the project's words are not the bucket's", project, "archive", "acme-data-dev-archive"),
                arguments("words of two", words, "data", SEVERAL),
                arguments("words of one", words, "archive", "acme-dev-data-archive"),
                arguments("the real name", words, "acme-dev-data", "acme-dev-data"),
                arguments("the name in the configuration before words", exact, "data", "acme-dev-1"),
                arguments("a role is not overruled by words", roles, "data", "acme-dev-data"),
                arguments("the role", roles, "archive", "dev-data-archive"),
                arguments("the key before words", keys, "data", "acme-dev-1"),
                arguments("another case", keys, "Archive", "acme-dev-data-2"),
                arguments("part of a word", keys, "arch", NONE),
                arguments("prod's archive for dev", environments, "archive", NONE),
                arguments("a module's name", state().bucket("module.raw.this", "acme-dev-1"), "raw", "acme-dev-1"),
                arguments(
                        "the resource's name before the module's",
                        state().bucket("module.data.logs", "acme-dev-1").bucket("module.all.data", "acme-dev-2"),
                        "data",
                        "acme-dev-2"),
                arguments(
                        "two spellings, one exact",
                        state().bucket("b[\"a-b\"]", "acme-dev-1").bucket("b[\"a_b\"]", "acme-dev-2"),
                        "a_b",
                        "acme-dev-2"),
                arguments("an output of that name", state().output("raw_bucket", "acme-1"), "raw", "acme-1"),
                arguments(
                        "an output with hyphens in the name", state().output("raw_in_bucket", "a-1"), "raw-in", "a-1"),
                arguments("an output of the environment", state().output("dev_raw_bucket", "acme-1"), "raw", "acme-1"),
                arguments("a map", state().output("buckets", map("raw-in=a-1", "b=a-2")), "raw_in", "a-1"),
                arguments("the plain output is not any name's", state().output("bucket", "acme-1"), "raw", NONE));
    }

    @ParameterizedTest(name = "{0}: {2} gives {3}")
    @MethodSource("names")
    void theBucketOfThatNameOrAFailure(String what, TestState state, String name, String expected) {
        Discovery discovery = state.discovery("dev");

        requireExpected(expected, () -> discovery.find(ResourceKind.BUCKET, name));
    }

    private static void requireExpected(String expected, java.util.function.Supplier<Discovered> call) {
        switch (expected) {
            case NONE -> assertThatThrownBy(call::get).isInstanceOf(NotFoundFailure.class);
            case SEVERAL -> assertThatThrownBy(call::get).isInstanceOf(AmbiguousFailure.class);
            default -> assertThat(call.get().name()).isEqualTo(expected);
        }
    }
}
