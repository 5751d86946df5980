/** State of Terraform and OpenTofu: where an environment's state is, what is in it, and how long an answer may be kept. */
@NullMarked
package io.databot.terraform;

import org.jspecify.annotations.NullMarked;
