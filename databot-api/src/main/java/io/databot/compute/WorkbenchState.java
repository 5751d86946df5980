package io.databot.compute;

/** What a Workbench instance does just now. */
public enum WorkbenchState {
    PROVISIONING,
    INITIALIZING,
    STARTING,
    ACTIVE,
    STOPPING,
    STOPPED,
    UPGRADING,
    SUSPENDING,
    SUSPENDED,
    DELETED,
    /** A state that this version does not know. */
    UNKNOWN
}
