package io.databot.state;

/** Whether Terraform manages a thing or only read it. */
public enum ResourceMode {
    /** A resource. */
    MANAGED,
    /** A data source; its address begins with {@code data.}. */
    DATA
}
