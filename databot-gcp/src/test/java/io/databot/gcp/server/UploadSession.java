package io.databot.gcp.server;

import java.util.Optional;

/** A resumable upload between its start and its end. Answers are safe to ask for again. */
final class UploadSession {
    /** Google keeps whole multiples of this until the last chunk. */
    private static final long QUANTUM = 256 * 1024;

    private final Bucket bucket;
    private final Conditions conditions;
    private final Resources resources;
    private Upload upload;
    private Optional<StoredObject> finished = Optional.empty();

    UploadSession(Bucket bucket, Upload upload, Conditions conditions, Resources resources) {
        this.bucket = bucket;
        this.upload = upload;
        this.conditions = conditions;
        this.resources = resources;
    }

    /** @param mostBytes how many of the chunk's bytes are kept at most */
    synchronized Reply put(Call call, long mostBytes) {
        if (finished.isPresent()) {
            return done(finished.get());
        }
        ContentRange range = ContentRange.of(call);
        long persisted = upload.content().size();
        if (range.first().orElse(0) > persisted) {
            return gap(range.first().getAsLong(), persisted);
        }
        if (range.first().isPresent()) {
            append(range, call.body().slice(0, mostBytes));
            persisted = upload.content().size();
        }
        if (range.total().isEmpty() || range.total().getAsLong() != persisted) {
            return incomplete(persisted);
        }
        StoredObject stored = upload.withHashes(call.header("x-goog-hash")).store(bucket, conditions);
        finished = Optional.of(stored);
        upload = upload.withContent(Bytes.EMPTY);
        return done(stored);
    }

    /** Bytes that are here already are passed over. */
    private void append(ContentRange range, Bytes chunk) {
        long persisted = upload.content().size();
        Bytes all = upload.content().plus(chunk.slice(persisted - range.first().getAsLong(), chunk.size()));
        boolean last = range.total().isPresent() && range.total().getAsLong() <= all.size();
        upload = upload.withContent(last ? all : all.slice(0, all.size() - all.size() % QUANTUM));
    }

    /** Google's own answer, which the Java client knows by its status, type and text. */
    private static Reply gap(long offset, long persisted) {
        return Reply.text(
                503,
                "text/plain; charset=utf-8",
                ("Invalid request. According to the Content-Range header, the upload offset is %d byte(s), "
                                + "which exceeds already uploaded size of %d byte(s).")
                        .formatted(offset, persisted));
    }

    private static Reply incomplete(long persisted) {
        Reply reply = Reply.empty(308);
        return persisted == 0 ? reply : reply.with("Range", "bytes=0-" + (persisted - 1));
    }

    private Reply done(StoredObject stored) {
        return Reply.json(200, resources.object(stored))
                .with("x-goog-generation", Long.toString(stored.generation()))
                .with("x-goog-metageneration", Long.toString(stored.metageneration()))
                .with("x-goog-hash", "crc32c=" + stored.draft().checksums().crc32c())
                .with(
                        "x-goog-stored-content-length",
                        Long.toString(stored.content().size()))
                .with("x-goog-stored-content-encoding", "identity");
    }
}
