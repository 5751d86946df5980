package io.databot.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable snapshot of an infrastructure's state. Thread-safe; nothing in it does I/O.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/state">State in Terraform</a>
 */
public interface State {

    /** The identity of the state's history: serials compare only within one lineage. Empty when the format has none. */
    String lineage();

    /** The version within the lineage, an unsigned 64-bit number. */
    long serial();

    /** Where it was read, for people; without secrets. */
    String origin();

    /** When it was read. */
    Instant readAt();

    /** Whether a later attempt to read failed, so that this is the last good snapshot. */
    boolean stale();

    /**
     * The value at an address and path, such as {@code module.storage.google_storage_bucket.data["a.b"].labels["env"]} or
     * {@code output.databot.buckets.data.name}.
     *
     * <p>An address without its key, where the resource has keys, gives all instances: a list in the order of their
     * numbers, or a map by their keys. Only current instances count, never deposed ones.
     *
     * @return empty if the resource, the instance or the attribute does not exist
     * @throws io.databot.failure.InvalidRequestFailure if the text is not an address and path; names the column
     */
    Optional<StateValue> find(String addressAndPath);

    /**
     * As {@link #find}, for a value that must be there.
     *
     * @throws io.databot.failure.NotFoundFailure if it is not; names what comes nearest
     * @throws io.databot.failure.InvalidRequestFailure if the text is not an address and path; names the column
     */
    StateValue get(String addressAndPath);

    /** The current instances of one managed resource type, in the order of the state; none gives an empty list. */
    List<StateInstance> instances(String type);

    /** Every instance: managed and data, current and deposed, in the order of the state. */
    List<StateInstance> instances();

    /** The root module's outputs by name, in the order of the state. */
    Map<String, StateValue> outputs();

    /** What appeared, changed and went from this state to a newer one, whether or not they are of one lineage. */
    StateDiff diff(State newer);
}
