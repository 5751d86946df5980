/** Reads Terraform's state from Amazon S3 and services like it; found by {@link io.databot.spi.StateBackend}. */
@NullMarked
package io.databot.s3;

import org.jspecify.annotations.NullMarked;
