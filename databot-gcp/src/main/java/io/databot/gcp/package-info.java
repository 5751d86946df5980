/**
 * Google Cloud Storage and Google credentials behind Databot's ports.
 *
 * <p>The public types are for direct use, without the front door: {@link io.databot.gcp.GcsStorage} and
 * {@link io.databot.gcp.GoogleCredentialProvider}.
 */
@NullMarked
package io.databot.gcp;

import org.jspecify.annotations.NullMarked;
