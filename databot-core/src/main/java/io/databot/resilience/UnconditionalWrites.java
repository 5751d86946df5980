package io.databot.resilience;

/** Whether a write that no condition guards is repeated after a failure that leaves open whether it was carried out. */
public enum UnconditionalWrites {
    /** Not: a repeat could undo what another client wrote in between. */
    NEVER,
    /** Always: for callers who are the only writer. */
    ALWAYS
}
