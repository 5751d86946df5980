/** The state port: immutable snapshots of Terraform state, addresses, and exact values. */
@NullMarked
package io.databot.state;

import org.jspecify.annotations.NullMarked;
