package io.databot.discovery;

import static io.databot.discovery.TestState.map;
import static io.databot.discovery.TestState.state;
import static io.databot.discovery.TestState.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.state.StateValue;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every level finds what it should, and a stronger one is believed before a weaker one. */
class LevelsTest {

    /** A state and settings in which exactly one level finds the bucket {@code acme-LEVEL}. */
    private static TestState with(TestState state, Rule rule) {
        String name = "acme-" + rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (rule) {
            case SETTING -> state;
            case CONTRACT ->
                state.contract("dev", Map.of("buckets", StateValue.of(Map.of("data", map("name=" + name)))));
            case DATABOT_LABELS -> state.bucket("a", name, "databot_environment=dev");
            case OUTPUT -> state.output("dev_data_bucket", name);
            case LABELS -> state.bucket("b", name, "environment=dev");
            case KEY -> state.bucket("c[\"dev\"]", name);
            case TOKEN -> state.bucket("the_dev_bucket", name);
            case UNMARKED -> state.bucket("d", name);
        };
    }

    private static String[] settings(Rule strongest) {
        return strongest == Rule.SETTING ? new String[] {"bucket=acme-setting"} : new String[0];
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void eachLevelFindsOnItsOwn(Rule rule) {
        Discovered found = with(state(), rule).discovery("dev", settings(rule)).find(ResourceKind.BUCKET);

        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.name())
                .isEqualTo(
                        "acme-" + rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theStrongestLevelDecidesWhateverTheWeakerOnesHave(Rule strongest) {
        TestState state = state();
        for (Rule rule : Rule.values()) {
            if (rule.compareTo(strongest) >= 0) {
                with(state, rule);
            }
        }

        assertThat(state.discovery("dev", settings(strongest))
                        .find(ResourceKind.BUCKET)
                        .rule())
                .isEqualTo(strongest);
    }

    @Test
    void severalAtALevelAreAmbiguousAlthoughAWeakerLevelHasOne() {
        Discovery discovery = state().bucket("a", "acme-one", "environment=dev")
                .bucket("b", "acme-two", "env=dev")
                .bucket("c[\"dev\"]", "acme-three")
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET))
                .isInstanceOfSatisfying(
                        AmbiguousFailure.class,
                        failure -> assertThat(failure.candidates())
                                .containsExactly(
                                        "bucket acme-one (google_storage_bucket.a)",
                                        "bucket acme-two (google_storage_bucket.b)"));
    }

    @Test
    void amongSeveralTheOneWithTheRoleDataIsTheEnvironmentsBucket() {
        Discovered found = state().bucket("a", "acme-one", "databot_environment=dev", "databot_role=archive")
                .bucket("b", "acme-two", "databot_environment=dev", "databot_role=data")
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-two");
        assertThat(found.role()).contains("data");
        assertThat(found.source()).isEqualTo("google_storage_bucket.b");
    }

    @Test
    void twoWithTheRoleDataAreAmbiguous() {
        Discovery discovery = state().bucket("a", "acme-one", "databot_environment=dev", "databot_role=data")
                .bucket("b", "acme-two", "databot_environment=dev", "databot_role=data")
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET)).isInstanceOf(AmbiguousFailure.class);
    }

    @Test
    void oneThingFoundInTwoWaysIsOneThing() {
        Discovered found = state().output("bucket", "acme-data")
                .output("dev_data_bucket", "acme-data")
                .output("buckets", map("data=acme-data"))
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-data");
    }

    @Test
    void labelsOfTheProviderCountThoughTheResourceHasNone() {
        Discovered found = state().resource(
                        "google_storage_bucket",
                        "a",
                        Map.of(
                                "name",
                                text("acme-one"),
                                "labels",
                                StateValue.ofNull(),
                                "terraform_labels",
                                map("environment=dev"),
                                "effective_labels",
                                map("environment=dev")))
                .bucket("b", "acme-two")
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-one");
        assertThat(found.rule()).isEqualTo(Rule.LABELS);
    }

    @Test
    void effectiveLabelsWinOverThoseOfTheConfiguration() {
        Discovery discovery = state().resource(
                        "google_storage_bucket",
                        "a",
                        Map.of(
                                "name",
                                text("acme-one"),
                                "labels",
                                map("environment=dev"),
                                "effective_labels",
                                map("environment=prod")))
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET)).isInstanceOf(NotFoundFailure.class);
    }

    @Test
    void databotsOwnLabelIsBelievedBeforeACommonOne() {
        TestState state = state().bucket("a", "acme-one", "databot_environment=prod", "environment=dev");

        assertThatThrownBy(() -> state.discovery("dev").find(ResourceKind.BUCKET))
                .isInstanceOf(NotFoundFailure.class);
        assertThat(state.discovery("prod").find(ResourceKind.BUCKET).name()).isEqualTo("acme-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void labelsThatContradictEachOtherChooseNothing(String environment) {
        Discovery discovery = state().bucket("a", "acme-dev-one", "env=dev", "environment=prod")
                .discovery(environment);

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET)).isInstanceOf(NotFoundFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.all[\"dev\"].b", "module.all[\"dev\"].module.inner.b", "b[\"dev\"]"})
    void aKeyOfTheInstanceOrOfAModuleNamesTheEnvironment(String resource) {
        Discovered found = state().bucket(resource, "acme-one")
                .bucket("other[\"prod\"]", "acme-two")
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-one");
        assertThat(found.rule()).isEqualTo(Rule.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.dev.b", "module.acme-dev.b", "dev_data", "b[\"dev-data\"]"})
    void aWordOfModuleResourceOrKeyNamesTheEnvironment(String resource) {
        Discovered found = state().bucket(resource, "acme-one")
                .bucket("x", "acme-two")
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-one");
        assertThat(found.rule()).isEqualTo(Rule.TOKEN);
    }

    @Test
    void taintedResourcesAreStillThere() {
        Discovered found = state().instance(
                        "google_storage_bucket.a",
                        true,
                        Optional.empty(),
                        StateValue.of(Map.of("name", text("acme-dev-one"))))
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-dev-one");
    }

    @Test
    void deposedObjectsAndDataSourcesAreNotOurs() {
        StateValue attributes = StateValue.of(Map.of("name", text("acme-dev-old")));
        Discovery discovery = state().instance("google_storage_bucket.a", false, Optional.of("0123abcd"), attributes)
                .instance("data.google_storage_bucket.a", false, Optional.empty(), attributes)
                .discovery("dev");

        assertThatThrownBy(() -> discovery.find(ResourceKind.BUCKET))
                .isInstanceOf(NotFoundFailure.class)
                .hasMessageContaining("The state has no resource of type google_storage_bucket.");
    }

    @Test
    void resourcesWithoutANameOrWithoutAttributesArePassedOver() {
        Discovered found = state().instance("google_storage_bucket.a", false, Optional.empty(), StateValue.ofNull())
                .resource("google_storage_bucket", "b", Map.of("name", StateValue.ofNull()))
                .resource("google_storage_bucket", "c", Map.of("name", text("")))
                .resource(
                        "google_storage_bucket",
                        "d",
                        Map.of(
                                "name",
                                text("acme-data"),
                                "effective_labels",
                                StateValue.of(Map.of("environment", StateValue.ofNull())),
                                "project",
                                StateValue.ofNull(),
                                "versioning",
                                StateValue.ofNull()))
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.name()).isEqualTo("acme-data");
    }

    @Test
    void detailsOfTheResourceComeWithIt() {
        StateValue versioning = StateValue.of(java.util.List.of(StateValue.of(Map.of("enabled", StateValue.of(true)))));
        Discovered found = state().resource(
                        "google_storage_bucket",
                        "b[\"archive\"]",
                        Map.of("name", text("acme"), "location", text("EU"), "versioning", versioning))
                .discovery("dev")
                .find(ResourceKind.BUCKET);

        assertThat(found.text("location")).contains("EU");
        assertThat(found.flag("versioned")).isTrue();
        assertThat(found.flag("ephemeral")).isFalse();
        assertThat(found.key()).contains("archive");
    }
}
