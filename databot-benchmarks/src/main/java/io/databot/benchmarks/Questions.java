package io.databot.benchmarks;

import java.util.List;

/** The questions of one invocation: different ones, spread evenly over the state. */
final class Questions {

    /** As many as one invocation asks. */
    static final int COUNT = 1000;

    private Questions() {}

    static List<String> of(int instances) {
        return GeneratedState.of(instances).queries(COUNT);
    }
}
