@NullMarked
package io.databot.terraform.google;

import org.jspecify.annotations.NullMarked;
