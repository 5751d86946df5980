package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.spi.RecordedBackend;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of the service's workspaces a workspace of the command line is.
 *
 * @param single the only one there is
 * @param prefix what stands before the name
 */
record HcpWorkspaces(Optional<String> single, Optional<String> prefix) {

    /**
     * What the backend says of it.
     *
     * @throws InvalidRequestFailure if it says nothing, nor do the variables
     */
    static HcpWorkspaces of(RecordedBackend backend, Function<String, Optional<String>> variables) {
        StateValue block = backend.value("workspaces").map(HcpWorkspaces::only).orElse(StateValue.ofNull());
        Optional<String> name = text(block, "name");
        Optional<String> prefix = text(block, "prefix");
        boolean tags = block.entry("tags").filter(value -> !value.isNull()).isPresent();
        if (name.isEmpty() && prefix.isEmpty() && !tags) {
            name = variables.apply("TF_WORKSPACE").filter(text -> !text.isEmpty());
            if (name.isEmpty()) {
                throw new InvalidRequestFailure(FailureDetails.of(
                        "find state",
                        backend.directory(),
                        "what terraform init noted of its " + backend.type() + " backend says nothing of workspaces",
                        "Set the variable TF_WORKSPACE, as for Terraform, or run terraform init again."));
            }
        }
        return new HcpWorkspaces(name, prefix);
    }

    /** Some versions note a block as a list of one. */
    private static StateValue only(StateValue block) {
        return block.kind() == Kind.LIST ? block.element(0).orElse(StateValue.ofNull()) : block;
    }

    private static Optional<String> text(StateValue block, String name) {
        return block.entry(name).flatMap(StateValue::string).filter(text -> !text.isEmpty());
    }

    /**
     * The service's name of a workspace; empty if there can be none. Where the name is fixed, it and {@code default} mean
     * the same; elsewhere there is no default one.
     */
    Optional<String> named(String workspace) {
        boolean standard = workspace.equals(RootModule.DEFAULT_WORKSPACE);
        if (single.isPresent()) {
            return single.filter(name -> standard || name.equals(workspace));
        }
        if (standard) {
            return Optional.empty();
        }
        return Optional.of(prefix.filter(start -> !workspace.startsWith(start)).orElse("") + workspace);
    }
}
