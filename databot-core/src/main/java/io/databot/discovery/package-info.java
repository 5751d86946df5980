/** Turns an environment's name into the concrete things that its state holds. */
@NullMarked
package io.databot.discovery;

import org.jspecify.annotations.NullMarked;
