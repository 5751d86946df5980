/** The compute port: Workbench instances, Cloud Run services and jobs, and their long-running operations. */
@NullMarked
package io.databot.compute;

import org.jspecify.annotations.NullMarked;
