package io.databot.terraform.google;

import io.databot.state.Address;
import io.databot.state.StateInstance;
import java.util.Map;
import java.util.Optional;

/**
 * One resource of Google Cloud as a state says that it was. Immutable, thread-safe, without I/O.
 *
 * <p>Attributes are looked at when they are asked for. One that must be there and is not, and one of the wrong type, is a
 * {@link io.databot.failure.StateFailure} that names the address and the attribute. Values that the state marks as
 * sensitive are given like any other; {@link #toString()} shows none.
 */
public abstract sealed class GoogleResource
        permits BucketResource, ServiceAccountResource, WorkbenchResource, RunServiceResource, RunJobResource {

    private final Attributes attributes;

    GoogleResource(StateInstance instance) {
        attributes = new Attributes(instance);
    }

    final Attributes attributes() {
        return attributes;
    }

    /** Where it stands in the configuration, with the instance key if it has one. */
    public final Address address() {
        return attributes.address();
    }

    /** Whether Terraform has marked it to be replaced. */
    public final boolean tainted() {
        return attributes.tainted();
    }

    /** The name by which discovery knows it: a service account's e-mail, everything else's short name. */
    public abstract String name();

    /** The project that it is in; empty if the state does not say it. */
    public Optional<String> project() {
        return attributes.findText("project");
    }

    /**
     * All its labels, those of the provider's defaults too; where a provider before version 5 wrote the state, those of the
     * configuration.
     */
    public Map<String, String> labels() {
        return attributes.labels();
    }

    /** The address; no attributes. */
    @Override
    public final String toString() {
        return address().toString();
    }
}
