/** The credential port: short-lived credentials for an audience, and the type that keeps a secret from printing. */
@NullMarked
package io.databot.credential;

import org.jspecify.annotations.NullMarked;
