@NullMarked
package io.databot.s3;

import org.jspecify.annotations.NullMarked;
