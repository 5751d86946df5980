package io.databot.testkit;

import io.databot.storage.ObjectRef;

/** Something that goes wrong between an adapter and its store. */
public sealed interface StorageFault {

    /**
     * The next requests are refused as temporarily unavailable (HTTP 503) and not carried out.
     *
     * @param requests how many
     */
    record Unavailable(int requests) implements StorageFault {}

    /**
     * The next requests are refused for their rate (HTTP 429) and not carried out.
     *
     * @param requests how many
     */
    record Throttled(int requests) implements StorageFault {}

    /** The next request that changes something is carried out and its reply is lost with the connection. */
    record LostReply() implements StorageFault {}

    /**
     * The connection of the next download breaks.
     *
     * @param afterBytes how many bytes of content come before
     */
    record BrokenDownload(long afterBytes) implements StorageFault {}

    /** One byte of the next download is another than the one that was stored. */
    record CorruptDownload() implements StorageFault {}

    /**
     * The connection of the next upload breaks.
     *
     * @param afterBytes how many bytes of content come before
     */
    record BrokenUpload(long afterBytes) implements StorageFault {}

    /**
     * Every request for one object is denied until the harness is closed.
     *
     * @param object the object
     */
    record ForbiddenObject(ObjectRef object) implements StorageFault {}
}
