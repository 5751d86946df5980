package io.databot.terraform;

import java.util.Optional;
import java.util.function.Function;

/**
 * What around a directory says where its state is.
 *
 * @param variables the environment of the process
 * @param backends who reads states that are kept elsewhere
 */
record Surroundings(Function<String, Optional<String>> variables, StateBackends backends) {

    /** A variable of the process; empty if it is not set, or to nothing. */
    Optional<String> variable(String name) {
        return variables.apply(name).filter(text -> !text.isEmpty());
    }

    /** Without the variables, whose values may be secrets. */
    @Override
    public String toString() {
        return "surroundings";
    }
}
