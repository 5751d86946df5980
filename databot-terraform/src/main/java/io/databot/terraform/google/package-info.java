/** Typed views of Google Cloud's resources in a state, whatever it was read from. */
@NullMarked
package io.databot.terraform.google;

import org.jspecify.annotations.NullMarked;
