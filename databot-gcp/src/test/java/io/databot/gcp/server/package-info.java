/**
 * A loopback server that speaks the JSON API of Google Cloud Storage, for tests.
 *
 * <p>{@link io.databot.gcp.server.GcsServer} holds buckets and objects in memory, counts requests, and misbehaves
 * exactly as scripted with {@link io.databot.gcp.server.Faults}. It uses the JDK's HTTP server and Jackson only,
 * nothing of Google's client, so that a client tested against it meets bytes on a socket.
 */
@NullMarked
package io.databot.gcp.server;

import org.jspecify.annotations.NullMarked;
