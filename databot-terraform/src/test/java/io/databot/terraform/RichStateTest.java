package io.databot.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.state.Address;
import io.databot.state.ResourceMode;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A state of every shape, checked against what Terraform itself says about it. */
class RichStateTest {

    private final State state = States.read(States.resource("rich.tfstate"));

    @Test
    void addressesAreThoseThatTerraformLists() {
        List<String> listed = States.text("rich.addresses.txt").lines().toList();
        assertThat(state.instances().stream()
                        .map(StateInstance::address)
                        .map(Address::toString)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void everyListedAddressFindsItsInstance() {
        assertThat(States.text("rich.addresses.txt").lines())
                .filteredOn(address -> !address.equals("google_cloud_run_v2_service.replaced[\"goes\"]"))
                .hasSizeGreaterThan(80)
                .allSatisfy(address -> assertThat(state.find(address)).isPresent());
    }

    @Test
    void valuesAreThoseThatTerraformShows() throws IOException {
        Map<String, StateValue> shown = new LinkedHashMap<>();
        StateValue root = json("rich.show.json").asMap().get("values");
        collect(root.asMap().get("root_module"), shown);
        List<StateInstance> current = state.instances().stream()
                .filter(instance -> instance.deposedKey().isEmpty())
                .toList();
        assertThat(shown).hasSameSizeAs(current);
        assertThat(current)
                .allSatisfy(instance -> assertThat(Unmarked.of(instance.attributes()))
                        .isEqualTo(shown.get(instance.address().toString())));
    }

    @Test
    void outputsAreThoseThatTerraformPrints() throws IOException {
        Map<String, StateValue> printed = json("rich.output.json").asMap();
        assertThat(state.outputs()).containsOnlyKeys(printed.keySet());
        state.outputs().forEach((name, value) -> {
            StateValue expected = printed.get(name);
            assertThat(Unmarked.of(value)).isEqualTo(expected.asMap().get("value"));
            assertThat(value.sensitive())
                    .isEqualTo(expected.asMap().get("sensitive").asBoolean());
        });
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(state.get("output.numbers.exact").asLong()).isEqualTo(9007199254740993L);
        assertThat(state.get("output.numbers.huge").asBigDecimal()).isEqualByComparingTo(new BigDecimal("1e2000"));
        assertThat(state.get("output.numbers.third").asBigDecimal().precision()).isEqualTo(155);
    }

    @Test
    void taintedInstanceIsFlagged() {
        assertThat(state.instances("terraform_data").stream()
                        .filter(StateInstance::tainted)
                        .map(instance -> instance.address().toString()))
                .containsExactly("terraform_data.counted[3]");
    }

    @Test
    void deposedObjectsAreListedButNeverFound() {
        assertThat(state.instances().stream()
                        .filter(instance -> instance.deposedKey().isPresent())
                        .map(instance ->
                                instance.address() + " " + instance.deposedKey().get()))
                .containsExactly(
                        "google_cloud_run_v2_service.replaced[\"goes\"] 00000001",
                        "google_cloud_run_v2_service.replaced[\"stays\"] 00000000");
        assertThat(state.instances("google_cloud_run_v2_service")).hasSize(1);
        assertThat(state.get("google_cloud_run_v2_service.replaced[\"stays\"].name")
                        .asString())
                .isEqualTo("stays-two");
        assertThat(state.find("google_cloud_run_v2_service.replaced[\"goes\"]")).isEmpty();
    }

    @Test
    void dataSourcesAreApartFromResources() {
        assertThat(state.instances("google_storage_bucket"))
                .extracting(bucket -> bucket.address().toString())
                .containsExactly("google_storage_bucket.data");
        assertThat(state.get("data.google_storage_bucket.read.name").asString()).isEqualTo("somebody-elses");
        assertThat(state.instances().stream()
                        .filter(instance -> instance.address().mode() == ResourceMode.DATA))
                .hasSize(15);
    }

    @Test
    void sensitivePathsAreMarkedAndTheirNeighboursAreNot() {
        StateValue secret = state.get("terraform_data.secret");
        assertThat(secret.entry("input")).hasValueSatisfying(input -> {
            assertThat(input.sensitive()).isTrue();
            assertThat(input.asString()).isEqualTo("swordfish-1");
        });
        StateValue triggers = state.get("terraform_data.secret.triggers_replace");
        assertThat(triggers.sensitive()).isFalse();
        assertThat(state.get("terraform_data.secret.triggers_replace.open").sensitive())
                .isFalse();
        assertThat(state.get("terraform_data.secret.triggers_replace.closed").sensitive())
                .isTrue();
        assertThat(state.get("terraform_data.secret.triggers_replace.list[0]").sensitive())
                .isFalse();
        assertThat(state.get("terraform_data.secret.triggers_replace.list[1]").sensitive())
                .isTrue();
        assertThat(state.get("output.secret.deep[0]").sensitive()).isTrue();
        assertThat(state.get("google_service_account_key.robot.private_key").sensitive())
                .isTrue();
        assertThat(state.get("google_service_account_key.robot.key_algorithm").sensitive())
                .isFalse();
    }

    @Test
    void printingTheWholeStateTellsNoSecret() {
        StringBuilder printed = new StringBuilder(state.toString());
        state.instances().forEach(instance -> printed.append(instance).append(instance.attributes()));
        state.outputs().forEach((name, value) -> printed.append(value));
        assertThat(printed).doesNotContain("swordfish-1", "swordfish-2", "swordfish-3", "swordfish-4", "swordfish-5");
    }

    @Test
    void countedInstancesAreAListInTheOrderOfTheirNumbers() {
        assertThat(state.get("terraform_data.counted").asList())
                .extracting(element -> element.asMap().get("input").asLong())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void keyedInstancesAreAMap() {
        assertThat(state.get("terraform_data.keyed").asMap())
                .containsKeys("", "a.b", "line\nfeed", "${x}", "%{y}", "<&>");
    }

    private static StateValue json(String name) throws IOException {
        byte[] bytes = States.resource(name);
        try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
            json.nextToken();
            return Values.read(json);
        }
    }

    private static void collect(StateValue module, Map<String, StateValue> found) {
        module.entry("resources")
                .ifPresent(resources -> resources.asList().stream()
                        .filter(resource -> resource.entry("deposed_key").isEmpty())
                        .forEach(resource -> found.put(
                                resource.asMap().get("address").asString(),
                                resource.asMap().get("values"))));
        module.entry("child_modules").ifPresent(children -> children.asList().forEach(child -> collect(child, found)));
    }
}
