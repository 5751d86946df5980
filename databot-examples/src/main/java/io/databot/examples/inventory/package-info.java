/** What a state has, collected without a secret in it, and the forms to show it in. */
@NullMarked
package io.databot.examples.inventory;

import org.jspecify.annotations.NullMarked;
