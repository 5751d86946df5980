@NullMarked
package io.databot.state;

import org.jspecify.annotations.NullMarked;
