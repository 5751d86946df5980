/** The storage port: objects in buckets, with generations, conditions, ranges, metadata and checksums. */
@NullMarked
package io.databot.storage;

import org.jspecify.annotations.NullMarked;
