package io.databot.terraform;

/** How long a file that is being written is waited for. */
enum Patience {
    /** Not at all. */
    NONE,
    /** For the time in the settings: there is an older snapshot to give out. */
    BRIEF,
    /** Several times as long while the state is locked: there is nothing else to give out. */
    WHILE_LOCKED
}
