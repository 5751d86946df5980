/** The layers, against a scripted service, with a clock and a sleeper that only the tests move. */
@NullMarked
package io.databot.resilience;

import org.jspecify.annotations.NullMarked;
