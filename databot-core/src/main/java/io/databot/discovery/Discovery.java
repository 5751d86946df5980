package io.databot.discovery;

import io.databot.failure.AmbiguousFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.spi.Settings;
import io.databot.state.State;
import io.databot.state.StateSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds what an environment has, level by level ({@link Rule}); the first level that finds anything decides. One found is
 * the answer, several are an {@link AmbiguousFailure} that names them, and never is the first of several taken.
 *
 * <p>Thread-safe. Reads the state when it is asked, not before; a setting that names the thing needs no state at all.
 */
public final class Discovery {

    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());
    private static final String DEFAULT_ROLE = "data";

    private final Settings settings;
    private final Supplier<StateSource> source;

    public Discovery(Settings settings, Supplier<StateSource> source) {
        this.settings = settings;
        this.source = source;
    }

    /**
     * The one of this kind; for buckets the one whose role is {@code data}, if there are several.
     *
     * @throws AmbiguousFailure if several fit; names them and the calls that choose
     * @throws io.databot.failure.NotFoundFailure if none fits; names where was looked and what there is
     */
    public Discovered find(ResourceKind kind) {
        return find(kind, Optional.empty());
    }

    /**
     * The one that goes by this name. In the output {@code databot} that is its key, its role or its real name; for a
     * resource its role label, a key, its real name, its name or a module's in the configuration, and at last words of these.
     * What goes by the name more plainly is preferred to what goes by it less plainly.
     *
     * @throws AmbiguousFailure if several fit; names them and the calls that choose
     * @throws io.databot.failure.NotFoundFailure if none fits; names where was looked and what there is
     * @throws InvalidRequestFailure if the name has no letter and no digit
     */
    public Discovered find(ResourceKind kind, String name) {
        if (Words.of(name).isEmpty()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "find " + kind.label(),
                    "\"" + name.replaceAll("\\p{Cntrl}", "?") + "\"",
                    "a name has at least one letter or digit",
                    "For the environment's own one call databot." + kind.call() + "()."));
        }
        return find(kind, Optional.of(name));
    }

    private Discovered find(ResourceKind kind, Optional<String> name) {
        Optional<Discovered> set = explicit(kind, name);
        if (set.isPresent()) {
            return set.get();
        }
        State state = source.get().read();
        Levels levels = new Levels(state, settings.environment(), kind);
        for (Rule rule : Rule.values()) {
            List<Discovered> found = distinct(levels.at(rule, name));
            if (!found.isEmpty()) {
                Discovered chosen = theOne(kind, name, rule, found, state);
                LOG.log(System.Logger.Level.DEBUG, "{0} chosen by {1}", chosen, rule.label());
                return chosen;
            }
        }
        throw Absence.of(kind, name, settings.environment(), state, levels);
    }

    /**
     * Everything of a kind that belongs to the environment; none gives an empty list. What a setting names takes the place
     * of what goes by the same key, and what plain outputs name is listed beside what the levels after them find.
     */
    public List<Discovered> all(ResourceKind kind) {
        return all(kind, source.get().read());
    }

    private List<Discovered> all(ResourceKind kind, State state) {
        Map<String, String> named = settings.below(kind.settingKey());
        List<Discovered> all = new ArrayList<>(named.entrySet().stream()
                .map(entry -> fromSetting(kind, Optional.of(entry.getKey()), entry.getValue()))
                .toList());
        explicit(kind, Optional.empty()).ifPresent(all::add);
        inState(kind, state).stream()
                .filter(one -> !isReplaced(one, named.keySet()))
                .forEach(all::add);
        return distinct(all);
    }

    private List<Discovered> inState(ResourceKind kind, State state) {
        Levels levels = new Levels(state, settings.environment(), kind);
        List<Discovered> all = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            List<Discovered> found = levels.everything(rule);
            all.addAll(found);
            if (!found.isEmpty() && rule != Rule.OUTPUT) {
                break;
            }
        }
        return all;
    }

    private static boolean isReplaced(Discovered one, Set<String> keys) {
        return one.key()
                .filter(key -> keys.stream().anyMatch(other -> Words.same(other, key)))
                .isPresent();
    }

    /** The environment's project, where the state says it. */
    public Optional<String> project() {
        return Contract.of(source.get().read(), settings.environment())
                .flatMap(contract -> contract.text("project_id"));
    }

    /** What the environment says of itself and all that it has. */
    public Infrastructure infrastructure() {
        State state = source.get().read();
        Optional<Contract> contract = Contract.of(state, settings.environment());
        Map<ResourceKind, List<Discovered>> resources = new LinkedHashMap<>();
        for (ResourceKind kind : ResourceKind.values()) {
            resources.put(kind, all(kind, state));
        }
        return new Infrastructure(
                settings.environment(),
                contract.flatMap(c -> c.text("project_id")),
                contract.flatMap(c -> c.text("region")),
                contract.flatMap(c -> c.text("zone")),
                state.origin(),
                resources);
    }

    /** What a setting names; {@code bucket.data} speaks for {@code bucket} too, as the role data does. */
    private Optional<Discovered> explicit(ResourceKind kind, Optional<String> name) {
        if (name.isEmpty()) {
            return settings.find(DiscoverySettings.of(kind))
                    .map(value -> fromSetting(kind, name, value))
                    .or(() -> explicit(kind, Optional.of(DEFAULT_ROLE)));
        }
        return settings.below(kind.settingKey()).entrySet().stream()
                .filter(entry -> Words.same(entry.getKey(), name.get()))
                .findFirst()
                .map(entry -> fromSetting(kind, name, entry.getValue()));
    }

    private static Discovered fromSetting(ResourceKind kind, Optional<String> name, String value) {
        String key = kind.settingKey() + name.map(own -> "." + own).orElse("");
        return new Discovered(
                kind, value.strip(), name, Optional.empty(), Rule.SETTING, "setting databot." + key, Map.of());
    }

    /** The same thing found in two ways is one thing. */
    private static List<Discovered> distinct(List<Discovered> found) {
        Map<String, Discovered> byName = new LinkedHashMap<>();
        found.forEach(one -> byName.putIfAbsent(one.name(), one));
        return List.copyOf(byName.values());
    }

    private Discovered theOne(
            ResourceKind kind, Optional<String> name, Rule rule, List<Discovered> found, State state) {
        if (found.size() == 1) {
            return found.get(0);
        }
        List<Discovered> preferred = found.stream()
                .filter(one -> name.isEmpty()
                        && one.role().filter(DEFAULT_ROLE::equals).isPresent())
                .toList();
        if (preferred.size() == 1) {
            return preferred.get(0);
        }
        throw ambiguous(kind, name, rule, found, state);
    }

    private AmbiguousFailure ambiguous(
            ResourceKind kind, Optional<String> name, Rule rule, List<Discovered> found, State state) {
        List<String> names = found.stream().map(Discovered::toString).toList();
        List<String> calls = found.stream()
                .filter(one -> rule != Rule.OUTPUT)
                .map(one -> "databot." + kind.call() + "(\"" + choosing(one, name, found) + "\")")
                .toList();
        String setting =
                "databot." + kind.settingKey() + name.map(own -> "." + own).orElse("") + "=NAME";
        String choice = calls.isEmpty() ? "Set " : "Choose by " + String.join(" or ", calls) + ", or set ";
        return new AmbiguousFailure(
                FailureDetails.of(
                        "find " + Absence.described(kind, name, settings.environment()),
                        state.origin(),
                        "several fit by " + rule.label() + ": " + String.join("; ", names),
                        choice + setting + "."),
                names);
    }

    /** The name that chooses one among those found: its key, unless that does not tell it from the others. */
    private static String choosing(Discovered one, Optional<String> asked, List<Discovered> found) {
        return one.key()
                .filter(key -> !asked.equals(one.key()))
                .filter(key -> found.stream()
                                .filter(other -> other.key().equals(one.key()))
                                .count()
                        == 1)
                .orElse(one.name());
    }
}
