package io.databot.terraform;

import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secret texts of one state, so that copies of them are known as secrets too: Terraform loses the mark on the way
 * through some resources, such as {@code terraform_data}.
 *
 * <p>Looked for when the first attributes are asked for. Thread-safe once the state is read.
 */
final class Secrets {

    private final List<LazyInstance> bearers = new ArrayList<>();
    private volatile @Nullable SecretTexts texts;

    /** Adds an instance that holds secrets. */
    void add(LazyInstance bearer) {
        bearers.add(bearer);
    }

    /** The value with every copy of a secret marked. */
    StateValue mark(StateValue value) {
        SecretTexts known = texts;
        if (known == null) {
            known = new SecretTexts();
            for (LazyInstance bearer : bearers) {
                known.addFrom(bearer.marked());
            }
            texts = known;
        }
        return known.mark(value);
    }
}
