/**
 * Every port in memory, with the semantics of the cloud, for tests and for trying things out: time comes from an injected
 * clock, faults are injected, nothing sleeps and no thread is started.
 */
@NullMarked
package io.databot.inmemory;

import org.jspecify.annotations.NullMarked;
