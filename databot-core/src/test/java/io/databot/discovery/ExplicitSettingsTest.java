package io.databot.discovery;

import static io.databot.discovery.TestState.state;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a setting names is taken as it is, and no state is read for it. */
class ExplicitSettingsTest {

    private static Discovery withoutState(String... settings) {
        return new Discovery(TestState.settings("dev", settings), () -> {
            throw new AssertionError("the state was asked for");
        });
    }

    @ParameterizedTest
    @EnumSource(ResourceKind.class)
    void theSettingOfAKindNamesTheEnvironmentsOwn(ResourceKind kind) {
        Discovered found = withoutState(kind.settingKey() + "= acme-1 ").find(kind);

        assertThat(found.name()).isEqualTo("acme-1");
        assertThat(found.rule()).isEqualTo(Rule.SETTING);
        assertThat(found.source()).isEqualTo("setting databot." + kind.settingKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-events", "raw_events", "Raw.Events"})
    void aSettingBelowNamesOneHoweverItIsSpelled(String name) {
        Discovered found = withoutState("bucket.raw-events=acme-1").find(ResourceKind.BUCKET, name);

        assertThat(found.name()).isEqualTo("acme-1");
        assertThat(found.key()).contains(name);
    }

    @Test
    void theSettingOfDataNamesTheEnvironmentsOwnToo() {
        assertThat(withoutState("bucket.data=acme-1").find(ResourceKind.BUCKET).name())
                .isEqualTo("acme-1");
        assertThat(withoutState("bucket.data=acme-1", "bucket=acme-2")
                        .find(ResourceKind.BUCKET)
                        .name())
                .isEqualTo("acme-2");
    }

    @Test
    void aSettingOfAnotherNameSaysNothing() {
        Discovery discovery = state().bucket("b", "acme-dev").discovery("dev", "bucket.archive=acme-1");

        assertThat(discovery.find(ResourceKind.BUCKET).name()).isEqualTo("acme-dev");
        assertThat(discovery.find(ResourceKind.BUCKET, "b").name()).isEqualTo("acme-dev");
    }

    @Test
    void itIsBelievedEvenIfItNamesAnotherEnvironment() {
        assertThat(withoutState("bucket=acme-prod-data")
                        .find(ResourceKind.BUCKET)
                        .name())
                .isEqualTo("acme-prod-data");
    }
}
