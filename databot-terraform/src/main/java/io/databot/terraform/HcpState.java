package io.databot.terraform;

import io.databot.spi.RemoteState;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.util.Optional;

/**
 * The state of a workspace in HCP Terraform or Terraform Enterprise.
 *
 * @param host in lower case and ASCII, with its port if it has one
 * @param name the workspace as the service calls it
 */
record HcpState(HcpApi api, String host, String organization, String name, HcpIdentity identity)
        implements RemoteState {

    @Override
    public Optional<String> workspace() {
        return Optional.of(name);
    }

    @Override
    public Optional<StateContent> read(StateRequest request) {
        return api.read(this, request);
    }

    @Override
    public String toString() {
        return "remote://" + host + "/" + organization + "/" + name;
    }
}
