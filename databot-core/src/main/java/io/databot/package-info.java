/**
 * The front door: {@link io.databot.Databot} opens an environment and hands out what Terraform made for it.
 */
@NullMarked
package io.databot;

import org.jspecify.annotations.NullMarked;
