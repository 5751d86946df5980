package io.databot.testkit;

import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An identity to try a credential adapter with. The kit asks {@link CredentialContract#harness()} for one before each case
 * and closes it afterwards.
 *
 * <p>The methods without a body are what every adapter can supply. The others say what is absent until they are
 * overridden; cases that need them are then reported as aborted.
 */
public interface CredentialHarness extends AutoCloseable {

    /** A new provider of the same identity, nothing cached; the kit closes it. */
    CredentialProvider provider();

    /** Requests that the identity answers with a credential, at least one. */
    List<CredentialRequest<?>> answered();

    /** Requests of kinds that the identity has not; may be empty. */
    List<CredentialRequest<?>> unsupported();

    /** A provider whose identity the token service refuses; the kit closes it. */
    default Optional<CredentialProvider> refused() {
        return Optional.empty();
    }

    /** The clock of the providers, and of the token service, if a test can move it. */
    default Optional<TestClock> clock() {
        return Optional.empty();
    }

    /** How many requests have reached the token service so far; empty if nobody counts. */
    default OptionalLong requests() {
        return OptionalLong.empty();
    }

    /** What must never be printed beside the tokens themselves, such as private keys and client secrets. */
    default List<String> secrets() {
        return List.of();
    }

    /** Removes what was made for one case. */
    @Override
    void close();
}
