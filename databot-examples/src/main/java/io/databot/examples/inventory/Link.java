package io.databot.examples.inventory;

/**
 * How one resource has to do with another.
 *
 * @param from the one that runs as the other, or may use it
 * @param to the other
 * @param label {@code runs as}, or the role that is granted, such as {@code storage.objectUser}
 */
record Link(Item from, Item to, String label) {}
