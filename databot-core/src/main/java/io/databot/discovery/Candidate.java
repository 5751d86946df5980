package io.databot.discovery;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A resource instance seen through the questions that discovery asks. */
record Candidate(ResourceKind kind, Address address, String name, Map<String, String> labels, StateValue attributes) {

    private static final List<String> LABEL_ATTRIBUTES = List.of("labels", "terraform_labels", "effective_labels");

    /** Empty if the instance has no real name (yet). */
    static Optional<Candidate> of(ResourceKind kind, StateInstance instance) {
        StateValue attributes = instance.attributes();
        return attributes
                .entry(kind.nameAttribute())
                .flatMap(StateValue::string)
                .filter(name -> !name.isEmpty())
                .map(name -> new Candidate(kind, instance.address(), name, labelsOf(attributes), attributes));
    }

    /** The effective labels hold the provider's default labels too; they win. */
    private static Map<String, String> labelsOf(StateValue attributes) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String attribute : LABEL_ATTRIBUTES) {
            attributes
                    .entry(attribute)
                    .filter(value -> value.kind() == StateValue.Kind.MAP)
                    .ifPresent(value -> value.asMap()
                            .forEach((key, label) -> label.string().ifPresent(text -> labels.put(key, text))));
        }
        return labels;
    }

    Optional<String> role() {
        return Optional.ofNullable(labels.get("databot_role"));
    }

    /** Whether one of these labels is there and says this environment. */
    boolean labelled(String environment, String... names) {
        return Stream.of(names).anyMatch(name -> environment.equals(labels.get(name)));
    }

    /** Whether a label names an environment, and none names this one. */
    boolean labelledOtherwise(String environment) {
        String[] names = {"databot_environment", "environment", "env"};
        return Stream.of(names).anyMatch(labels::containsKey) && !labelled(environment, names);
    }

    boolean keyed(String key) {
        InstanceKey wanted = InstanceKey.of(key);
        return address.key().equals(wanted)
                || address.modules().stream().anyMatch(step -> step.key().equals(wanted));
    }

    /** Every name in which a word may stand. */
    List<String> names() {
        Stream<String> modules =
                address.modules().stream().flatMap(step -> Stream.of(step.name(), keyText(step.key())));
        return Stream.concat(modules, Stream.of(address.name(), keyText(address.key()), localName()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A service account's e-mail names the project too; only what stands before the at sign is its own. */
    private String localName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    private static String keyText(InstanceKey key) {
        return key instanceof InstanceKey.Name text ? text.value() : "";
    }

    boolean hasWords(String wanted) {
        return names().stream().anyMatch(text -> Words.contains(text, wanted));
    }

    /** Whether anything about it names another environment than this one. */
    boolean belongsElsewhere(String environment) {
        return labelledOtherwise(environment)
                || names().stream().anyMatch(text -> Words.namesAnother(text, environment));
    }

    /** Whether it goes by this name: its role, its key, its own name in the configuration, or words of its names. */
    boolean goesBy(String wanted) {
        return role().filter(wanted::equals).isPresent() || keyed(wanted) || hasWords(wanted);
    }

    Discovered discovered(Rule rule) {
        Optional<String> key = role().or(this::ownKey);
        return new Discovered(kind, name, key, role(), rule, address.toString(), details());
    }

    /** The instance's own key, else the innermost module's that has one. */
    private Optional<String> ownKey() {
        return Stream.concat(address.modules().stream().map(Address.ModuleStep::key), Stream.of(address.key()))
                .map(Candidate::keyText)
                .filter(text -> !text.isEmpty())
                .reduce((outer, inner) -> inner);
    }

    private Map<String, StateValue> details() {
        Map<String, StateValue> details = new LinkedHashMap<>();
        for (String attribute : List.of(
                "location",
                "storage_class",
                "url",
                "unique_id",
                "member",
                "state",
                "proxy_uri",
                "uri",
                "project",
                "id")) {
            attributes.entry(attribute).ifPresent(value -> details.put(attribute, value));
        }
        attributes
                .entry("versioning")
                .flatMap(list -> list.element(0))
                .flatMap(block -> block.entry("enabled"))
                .ifPresent(enabled -> details.put("versioned", enabled));
        return details;
    }
}
