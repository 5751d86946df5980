package io.databot.discovery;

import io.databot.state.Address;
import io.databot.state.InstanceKey;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A resource instance seen through the questions that discovery asks. */
record Candidate(ResourceKind kind, Address address, String name, Map<String, String> labels, StateValue attributes) {

    private static final List<String> LABEL_ATTRIBUTES = List.of("labels", "terraform_labels", "effective_labels");
    private static final String OWN_LABEL = "databot_environment";
    private static final List<String> COMMON_LABELS = List.of("environment", "env");
    private static final List<String> DETAILS = List.of(
            "location", "storage_class", "url", "unique_id", "member", "state", "proxy_uri", "uri", "project", "id");

    /** The ways in which a thing goes by a name, the plainest first; words of its names come after all of them. */
    private static final List<Function<Candidate, Stream<String>>> WAYS = List.of(
            candidate -> candidate.role().stream(),
            Candidate::keys,
            candidate -> Stream.of(candidate.name),
            candidate -> Stream.of(candidate.address.name()),
            candidate -> candidate.address.modules().stream().map(Address.ModuleStep::name));

    /** Empty if the instance has no real name (yet). */
    static Optional<Candidate> of(ResourceKind kind, StateInstance instance) {
        StateValue attributes = instance.attributes();
        return attributes
                .entry(kind.nameAttribute())
                .flatMap(StateValue::string)
                .filter(name -> !name.isEmpty())
                .map(name -> new Candidate(kind, instance.address(), name, labelsOf(attributes), attributes));
    }

    /** The effective labels hold the provider's default labels too; they win. An empty label says nothing. */
    private static Map<String, String> labelsOf(StateValue attributes) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String attribute : LABEL_ATTRIBUTES) {
            attributes
                    .entry(attribute)
                    .filter(value -> value.kind() == StateValue.Kind.MAP)
                    .ifPresent(value -> value.asMap()
                            .forEach((key, label) -> label.string().ifPresent(text -> labels.put(key, text))));
        }
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    Optional<String> role() {
        return Optional.ofNullable(labels.get("databot_role"));
    }

    /** Whether Databot's own label says this environment. */
    boolean labelledByDatabot(String environment) {
        return environment.equals(labels.get(OWN_LABEL));
    }

    /** Whether a label says this environment and none says another. */
    boolean labelled(String environment) {
        return !labelledOtherwise(environment)
                && Stream.concat(Stream.of(OWN_LABEL), COMMON_LABELS.stream()).anyMatch(labels::containsKey);
    }

    /** Whether a label says another environment. Databot's own label is believed before the others. */
    boolean labelledOtherwise(String environment) {
        List<String> deciding = labels.containsKey(OWN_LABEL) ? List.of(OWN_LABEL) : COMMON_LABELS;
        return deciding.stream().anyMatch(label -> !environment.equals(labels.getOrDefault(label, environment)));
    }

    boolean keyed(String key) {
        return keys().anyMatch(key::equals);
    }

    /** The texts that are keys of the modules it is in, outermost first, and its own. */
    private Stream<String> keys() {
        return Stream.concat(address.modules().stream().map(Address.ModuleStep::key), Stream.of(address.key()))
                .flatMap(key -> key instanceof InstanceKey.Name text ? Stream.of(text.value()) : Stream.empty());
    }

    /** What its names say about its environment. */
    Signs signs(String environment) {
        return new Signs(names(localName()), environment);
    }

    /** Whether nothing about it may say another environment: neither labels nor names nor, clearly, its project. */
    boolean unmarked(String environment) {
        return !labelledOtherwise(environment)
                && !signs(environment).clearlyOther()
                && !Signs.of(environment, project()).clearlyOther()
                && !new Signs(names(ownName()), environment).perhapsOther();
    }

    /** Every name in which a word may stand. */
    private List<String> names(String realName) {
        Stream<String> modules = address.modules().stream().map(Address.ModuleStep::name);
        return Stream.of(modules, keys(), Stream.of(address.name(), realName))
                .flatMap(Function.identity())
                .toList();
    }

    /** A service account's e-mail names the project too; only what stands before the at sign is its own. */
    private String localName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Names often begin with the project's, as they are unique worldwide; its words say nothing of what a thing is. */
    private String ownName() {
        String local = localName();
        boolean prefixed = !project().isEmpty()
                && local.startsWith(project())
                && local.length() > project().length()
                && !Character.isLetterOrDigit(local.charAt(project().length()));
        return prefixed ? local.substring(project().length() + 1) : local;
    }

    private String project() {
        return attributes.entry("project").flatMap(StateValue::string).orElse("");
    }

    /** Those that go by a name most plainly. Words count least, and not at all against a role that says otherwise. */
    static List<Candidate> goingBy(String wanted, List<Candidate> candidates) {
        List<Candidate> closest = Closest.of(candidates, wanted, WAYS);
        return !closest.isEmpty()
                ? closest
                : candidates.stream()
                        .filter(candidate -> candidate.role().isEmpty() && candidate.hasWords(wanted))
                        .toList();
    }

    private boolean hasWords(String wanted) {
        return names(ownName()).stream().anyMatch(text -> Words.contains(text, wanted));
    }

    Discovered discovered(Rule rule) {
        Optional<String> key = role().or(() -> keys().reduce((outer, inner) -> inner));
        return new Discovered(kind, name, key, role(), rule, address.toString(), details());
    }

    Map<String, StateValue> details() {
        Map<String, StateValue> details = new LinkedHashMap<>();
        DETAILS.forEach(attribute -> attributes.entry(attribute).ifPresent(value -> details.put(attribute, value)));
        inFirst("versioning", "enabled").ifPresent(enabled -> details.put("versioned", enabled));
        // The first version of Cloud Run's resource has its address only there.
        inFirst("status", "url").ifPresent(url -> details.putIfAbsent("uri", url));
        return details;
    }

    /** An attribute of the first of some nested blocks. */
    private Optional<StateValue> inFirst(String blocks, String attribute) {
        return attributes.entry(blocks).flatMap(list -> list.element(0)).flatMap(block -> block.entry(attribute));
    }
}
