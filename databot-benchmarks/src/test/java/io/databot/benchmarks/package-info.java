@NullMarked
package io.databot.benchmarks;

import org.jspecify.annotations.NullMarked;
