package io.databot.gcp.server;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Serves resumable uploads. */
final class ResumableCalls {
    private final Store store;
    private final Resources resources;
    private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();
    private final AtomicLong bytesPerChunk = new AtomicLong(Long.MAX_VALUE);

    ResumableCalls(Store store, Resources resources) {
        this.store = store;
        this.resources = resources;
    }

    Reply start(Call call, Route route) {
        Bucket bucket = store.bucket(route.place().bucket());
        Conditions conditions = Conditions.of(call);
        Upload upload = Upload.begin(call.json(), call).withContentType(call.header("x-upload-content-type"));
        bucket.require(upload.name(), conditions);
        String id = UUID.randomUUID().toString();
        sessions.put(id, new UploadSession(bucket, upload, conditions, resources));
        String location = "%s/upload/storage/v1/b/%s/o?uploadType=resumable&upload_id=%s"
                .formatted(resources.root(), bucket.name(), id);
        return Reply.empty(200).with("Location", location).with("X-GUploader-UploadID", id);
    }

    /** Keeps at most so many bytes of each chunk, as Google may. */
    void limit(long bytes) {
        bytesPerChunk.set(bytes);
    }

    /** An upload that fails a check is over; a gap or a short chunk is not a failure. */
    Reply put(Call call) {
        String id = id(call);
        try {
            return session(id).put(call, bytesPerChunk.get());
        } catch (ApiError refused) {
            sessions.remove(id);
            throw refused;
        }
    }

    /** Google answers a cancelled session with 499, a status of its own. */
    Reply cancel(Call call) {
        String id = id(call);
        session(id);
        sessions.remove(id);
        return Reply.empty(499);
    }

    private UploadSession session(String id) {
        return Optional.ofNullable(sessions.get(id))
                .orElseThrow(() -> ApiError.of(410, "gone", "The requested upload session is gone."));
    }

    private static String id(Call call) {
        return call.query("upload_id").orElse("");
    }
}
