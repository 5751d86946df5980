package io.databot.terraform.google;

import io.databot.failure.FailureDetails;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.Address;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Reads one resource's attributes by path. A step into a list goes into its first element: the provider writes a block
 * that stands at most once as a list.
 *
 * <p>Null and the empty text count as not set, as the provider writes both for it. A failure names the address and the
 * attribute, never its value.
 */
final class Attributes {

    private static final BigDecimal NANOS_OF_SECOND = BigDecimal.valueOf(1_000_000_000);

    private final StateInstance instance;

    Attributes(StateInstance instance) {
        this.instance = instance;
    }

    Address address() {
        return instance.address();
    }

    boolean tainted() {
        return instance.tainted();
    }

    /** @throws StateFailure if it is not set, or no text */
    String text(String... path) {
        return findText(path).orElseThrow(() -> unfit(path, "is not set"));
    }

    Optional<String> findText(String... path) {
        return find(Kind.STRING, path).map(StateValue::asString).filter(text -> !text.isEmpty());
    }

    /** False if it is not set. */
    boolean flag(String... path) {
        return find(Kind.BOOL, path).map(StateValue::asBoolean).orElse(false);
    }

    /** A whole number; the provider writes some as texts. */
    OptionalLong findNumber(String... path) {
        Optional<BigDecimal> number = find(path)
                .filter(value -> !value.string().equals(Optional.of("")))
                .map(value -> value.kind() == Kind.STRING
                        ? converted(path, "is not a number", value.asString(), BigDecimal::new)
                        : required(Kind.NUMBER, value, path).asBigDecimal());
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                converted(path, "is not a whole number of 64 bits", number.get(), BigDecimal::longValueExact));
    }

    /** As the provider writes it: seconds with a final {@code s}, such as {@code 300s}. */
    Optional<Duration> findDuration(String... path) {
        return findText(path)
                .map(text -> converted(path, "is not a duration such as 300s", text, Attributes::durationOf));
    }

    /** A number of seconds. */
    Optional<Duration> findSeconds(String... path) {
        OptionalLong seconds = findNumber(path);
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    Optional<Instant> findInstant(String... path) {
        return findText(path).map(text -> converted(path, "is not a time", text, Instant::parse));
    }

    Optional<URI> findUri(String... path) {
        return findText(path).map(text -> converted(path, "is not an address", text, URI::create));
    }

    /** The blocks of a list; none gives an empty list. */
    List<StateValue> blocks(String... path) {
        return find(Kind.LIST, path).map(StateValue::asList).orElse(List.of());
    }

    /** One text of each block of a list, where it is set. */
    List<String> textsOf(String entry, String... path) {
        List<String> texts = new ArrayList<>();
        for (StateValue block : blocks(path)) {
            Optional<StateValue> value = block.entry(entry).filter(one -> !one.isNull());
            value.map(one -> required(Kind.STRING, one, path).asString())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The texts of a list or set. */
    List<String> texts(String... path) {
        return blocks(path).stream()
                .map(value -> required(Kind.STRING, value, path).asString())
                .toList();
    }

    /** The labels that the resource has: all of them where the provider says so, else those of the configuration. */
    Map<String, String> labels(String... block) {
        for (String name : List.of("effective_labels", "terraform_labels", "labels")) {
            String[] path = with(block, name);
            Optional<StateValue> labels = find(Kind.MAP, path);
            if (labels.isPresent()) {
                return texts(labels.get(), path);
            }
        }
        return Map.of();
    }

    private Map<String, String> texts(StateValue map, String... path) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.asMap().forEach((key, value) -> {
            if (!value.isNull()) {
                texts.put(key, required(Kind.STRING, value, path).asString());
            }
        });
        return Collections.unmodifiableMap(texts);
    }

    private static String[] with(String[] path, String step) {
        List<String> longer = new ArrayList<>(List.of(path));
        longer.add(step);
        return longer.toArray(String[]::new);
    }

    private Optional<StateValue> find(Kind kind, String... path) {
        return find(path).map(value -> required(kind, value, path));
    }

    /** Empty if it is not there or null. */
    private Optional<StateValue> find(String... path) {
        Optional<StateValue> value = Optional.of(instance.attributes());
        for (String step : path) {
            value = value.flatMap(at -> at.kind() == Kind.LIST ? at.element(0) : Optional.of(at))
                    .flatMap(at -> at.entry(step));
        }
        return value.filter(found -> !found.isNull());
    }

    private StateValue required(Kind kind, StateValue value, String... path) {
        if (value.kind() != kind) {
            throw unfit(path, "is of kind " + value.kind() + ", not " + kind);
        }
        return value;
    }

    // The cause is left out on purpose: the JDK's messages quote the value.
    private <A, B> B converted(String[] path, String problem, A value, Function<A, B> conversion) {
        try {
            return conversion.apply(value);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw unfit(path, problem);
        }
    }

    private static Duration durationOf(String text) {
        if (!text.endsWith("s") || text.length() > 40) {
            throw new IllegalArgumentException("no seconds");
        }
        // Multiplied, for moving the point writes all the zeros of 1e99999999 out.
        BigDecimal nanos = new BigDecimal(text.substring(0, text.length() - 1)).multiply(NANOS_OF_SECOND);
        return Duration.ofNanos(nanos.longValueExact());
    }

    private StateFailure unfit(String[] path, String problem) {
        return new StateFailure(
                Problem.MALFORMED,
                FailureDetails.of(
                        "read resource",
                        address().toString(),
                        "its attribute " + String.join(".", path) + " " + problem,
                        "Look at it with terraform state show; terraform apply -refresh-only writes it anew."));
    }
}
