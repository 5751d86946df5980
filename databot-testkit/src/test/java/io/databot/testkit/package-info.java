/** The kit against a store that is right, and against stores with one fault each. */
@NullMarked
package io.databot.testkit;

import org.jspecify.annotations.NullMarked;
