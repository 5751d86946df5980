package io.databot.inmemory;

import io.databot.failure.DatabotException;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import io.databot.storage.BucketName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The buckets that an environment's state knows, and those that its settings name. Looked through once for each snapshot
 * of the state.
 */
final class StateBuckets implements BucketCatalog {

    private final Set<String> named;
    private final Supplier<State> state;
    private volatile Optional<Known> known = Optional.empty();

    /** @param named buckets that exist whatever the state says */
    StateBuckets(Set<String> named, Supplier<State> state) {
        this.named = Set.copyOf(named);
        this.state = state;
    }

    private record Known(State state, Map<String, Kind> buckets) {}

    @Override
    public Optional<Kind> find(BucketName bucket) {
        if (!named.contains(bucket.value())) {
            return known(bucket);
        }
        try {
            return known(bucket).or(() -> Optional.of(Kind.PLAIN));
        } catch (DatabotException stateCannotBeRead) {
            return Optional.of(Kind.PLAIN);
        }
    }

    private Optional<Kind> known(BucketName bucket) {
        State now = state.get();
        Known last = known.filter(seen -> seen.state == now).orElseGet(() -> look(now));
        return Optional.ofNullable(last.buckets.get(bucket.value()));
    }

    private Known look(State now) {
        Map<String, Kind> buckets = new LinkedHashMap<>();
        now.outputs()
                .forEach((output, value) -> plainNames(output, value).forEach(name -> buckets.put(name, Kind.PLAIN)));
        contract(now)
                .forEach(entry -> entry.entry("name")
                        .flatMap(StateValue::string)
                        .ifPresent(name -> buckets.put(name, kind(entry.entry("versioned")))));
        now.instances().stream()
                .filter(instance -> instance.address().type().equals("google_storage_bucket"))
                .filter(instance -> instance.deposedKey().isEmpty())
                .map(StateInstance::attributes)
                .forEach(attributes -> attributes
                        .entry("name")
                        .flatMap(StateValue::string)
                        .ifPresent(name -> buckets.put(name, kind(versioning(attributes)))));
        Known looked = new Known(now, Map.copyOf(buckets));
        known = Optional.of(looked);
        return looked;
    }

    /** The names in an output {@code bucket}, {@code dev_bucket}, {@code bucket_name} or {@code buckets}. */
    private static Stream<String> plainNames(String output, StateValue value) {
        if (output.endsWith("bucket") || output.endsWith("bucket_name")) {
            return value.string().stream();
        }
        return output.equals("buckets") && value.kind() == StateValue.Kind.MAP
                ? value.asMap().values().stream().flatMap(entry -> entry.string().stream())
                : Stream.empty();
    }

    private static Stream<StateValue> contract(State state) {
        return Optional.ofNullable(state.outputs().get("databot"))
                .flatMap(databot -> databot.entry(Contract.BUCKETS))
                .filter(buckets -> buckets.kind() == StateValue.Kind.MAP)
                .map(buckets -> buckets.asMap().values().stream())
                .orElseGet(Stream::empty);
    }

    private static Optional<StateValue> versioning(StateValue attributes) {
        return attributes
                .entry("versioning")
                .flatMap(blocks -> blocks.element(0))
                .flatMap(block -> block.entry("enabled"));
    }

    private static Kind kind(Optional<StateValue> versioned) {
        return versioned.filter(StateValue.of(true)::equals).isPresent() ? Kind.VERSIONED : Kind.PLAIN;
    }
}
