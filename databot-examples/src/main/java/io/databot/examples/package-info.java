/** Short programs, each runnable by its name: {@code make example NAME=quickstart}. */
@NullMarked
package io.databot.examples;

import org.jspecify.annotations.NullMarked;
