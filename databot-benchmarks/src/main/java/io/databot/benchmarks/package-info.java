/** How long Databot takes and how much memory, beside others that do the same with the same bytes. */
@NullMarked
package io.databot.benchmarks;

import org.jspecify.annotations.NullMarked;
