package io.databot.examples.inventory;

/**
 * Resources that are only counted.
 *
 * @param module the module's address; empty for the root module
 * @param type their type; that of a data source begins with {@code data.}
 * @param count how many there are
 */
record Others(String module, String type, int count) {}
