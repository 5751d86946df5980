package io.databot.resilience;

/** Why a call may be repeated after a failure that leaves open whether it was carried out. */
enum Repeat {
    /** It changes nothing. */
    SAFE,
    /** A condition keeps a second attempt from taking effect twice. */
    GUARDED,
    /** Nothing guards it. */
    UNGUARDED
}
