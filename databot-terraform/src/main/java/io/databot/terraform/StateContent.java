package io.databot.terraform;

/** The formats in which a state may come. */
enum StateContent {
    /** A state file of Terraform 0.12 or newer, or of OpenTofu. */
    VERSION_4,
    /** A state file of Terraform 0.7 to 0.11. */
    VERSION_3,
    /** What {@code terraform show -json} prints of a state. */
    SHOWN,
    /** What {@code terraform output -json} prints. */
    OUTPUT_LISTING,
    /** A state file that OpenTofu encrypted. */
    ENCRYPTED
}
