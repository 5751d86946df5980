@NullMarked
package io.databot.terraform;

import org.jspecify.annotations.NullMarked;
