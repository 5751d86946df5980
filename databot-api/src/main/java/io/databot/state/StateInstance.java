package io.databot.state;

import java.util.Optional;

/** One instance of a resource or data source. Immutable; adapters may parse its attributes when they are first asked for. */
public interface StateInstance {

    /** Its full address, with the instance key if it has one. */
    Address address();

    /** Whether Terraform has marked it to be replaced. */
    boolean tainted();

    /** The eight hex digits of a deposed object, which is waiting to be destroyed; empty for the current one. */
    Optional<String> deposedKey();

    /**
     * All its attributes, a map.
     *
     * @throws io.databot.failure.StateFailure if they are malformed
     */
    StateValue attributes();

    /**
     * One value in its attributes; for a few of many, adapters may be faster than {@link #attributes}.
     *
     * @param path an attribute's name, and steps into its value as {@link State#find} takes them: {@code name},
     *     {@code labels["env"]}, {@code template[0].containers}
     * @return empty if there is none
     * @throws io.databot.failure.InvalidRequestFailure if the text is not a path; names the column
     * @throws io.databot.failure.StateFailure as {@link #attributes}
     */
    Optional<StateValue> find(String path);
}
