package io.databot.spi;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds states where one or more types of Terraform's backends keep them; found by {@link java.util.ServiceLoader}, with a
 * public constructor without arguments. Thread-safe.
 *
 * <p>Only {@link RemoteState#read} does I/O: finding, asking what it declares and naming a state do none, and load no class
 * of a provider's SDK that they can do without. Nothing of a configuration but the place may get into a failure, a log or
 * a {@code toString}.
 */
public interface StateBackend extends AutoCloseable {

    /** The types of backends whose states it reads, as Terraform calls them, such as {@code s3}. */
    Set<String> types();

    /** The schemes of the addresses that it reads, in lower case, such as {@code s3}. */
    Set<String> schemes();

    /**
     * The state of a workspace of a backend that {@code terraform init} recorded, whether it exists or not.
     *
     * @param workspace {@code default} or a name that Terraform allows
     * @param variables the environment of the process, for what the configuration leaves to it
     * @return empty if this backend can have no workspace of that name
     * @throws io.databot.failure.InvalidRequestFailure if the configuration lacks something or contradicts itself
     * @throws io.databot.failure.UnsupportedFailure if it asks for something that is not done here
     */
    Optional<RemoteState> recorded(
            RecordedBackend backend, String workspace, Function<String, Optional<String>> variables);

    /**
     * The state at an address of one of the {@link #schemes}, whether it exists or not.
     *
     * @param variables the environment of the process
     * @throws io.databot.failure.InvalidRequestFailure if the address is ill-formed
     */
    RemoteState at(String address, Function<String, Optional<String>> variables);

    /** Releases what reading held on to, such as connections. May be repeated. */
    @Override
    void close();
}
