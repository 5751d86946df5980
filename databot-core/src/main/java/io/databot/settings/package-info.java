/** Collects an environment's settings from files, variables, system properties and code, and checks them all at once. */
@NullMarked
package io.databot.settings;

import org.jspecify.annotations.NullMarked;
