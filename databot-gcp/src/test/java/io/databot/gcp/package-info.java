@NullMarked
package io.databot.gcp;

import org.jspecify.annotations.NullMarked;
