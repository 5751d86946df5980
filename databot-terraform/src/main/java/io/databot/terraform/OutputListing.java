package io.databot.terraform;

import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import java.time.Instant;

/**
 * Reads what {@code terraform output -json} prints: the outputs of a state and nothing else of it.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/cli/commands/output">The command output</a>
 */
final class OutputListing {

    private OutputListing() {}

    /** @throws io.databot.failure.StateFailure if it does not fit the format */
    static StateSnapshot read(StateText text, Instant readAt) {
        Refusals refusals = text.refusals();
        StateValue root = Values.whole(text);
        Gathered gathered = new Gathered(refusals);
        gathered.addOutputs(root.asMap());
        return gathered.snapshot(new StateSnapshot.Header("", 0, refusals.origin(), readAt, false));
    }
}
