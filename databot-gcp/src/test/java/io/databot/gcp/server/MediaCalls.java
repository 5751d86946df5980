package io.databot.gcp.server;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves objects' bytes, whole or in part. */
final class MediaCalls {
    private static final DateTimeFormatter HTTP_TIME = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> HEADERS = Map.of(
            "cacheControl", "Cache-Control",
            "contentDisposition", "Content-Disposition",
            "contentLanguage", "Content-Language");

    private final Store store;

    MediaCalls(Store store) {
        this.store = store;
    }

    Reply read(Call call, Route route, Conditions conditions) {
        StoredObject found =
                store.bucket(route.place().bucket()).get(route.place().object(), call.number("generation"));
        conditions.requireForRead(found);
        return mustGunzip(call, found) ? gunzipped(found) : asStored(call, found);
    }

    private static Reply asStored(Call call, StoredObject object) {
        Bytes content = object.content();
        Optional<ByteRange> range = ByteRange.of(call.header("range"), content.size());
        Reply reply = described(range.isPresent() ? 206 : 200, object);
        Optional<String> encoding = object.attributes().text("contentEncoding");
        if (encoding.isPresent()) {
            reply = reply.with("Content-Encoding", encoding.get());
        }
        if (range.isEmpty()) {
            return reply.withBody(content);
        }
        long from = range.get().from();
        long to = range.get().to();
        return reply.with("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, content.size()))
                .withBody(content.slice(from, to));
    }

    /** Google's decompressive transcoding, which knows no ranges. */
    private static Reply gunzipped(StoredObject object) {
        return described(200, object)
                .with("Warning", "214 UploadServer gunzipped")
                .withBody(Call.unzip(object.content()));
    }

    private static boolean mustGunzip(Call call, StoredObject object) {
        Attributes attributes = object.attributes();
        boolean zipped =
                attributes.text("contentEncoding").filter("gzip"::equals).isPresent();
        boolean fixed = attributes
                .text("cacheControl")
                .filter(value -> value.contains("no-transform"))
                .isPresent();
        boolean taken = call.header("accept-encoding")
                .filter(value -> value.contains("gzip"))
                .isPresent();
        return zipped && !fixed && !taken;
    }

    private static Reply described(int status, StoredObject object) {
        Attributes attributes = object.attributes();
        Checksums checksums = object.draft().checksums();
        Reply reply = Reply.empty(status)
                .with("Content-Type", attributes.text("contentType").orElse("application/octet-stream"))
                .with("ETag", object.etag())
                .with("Last-Modified", HTTP_TIME.format(object.updated()))
                .with("Accept-Ranges", "bytes")
                .with("x-goog-generation", Long.toString(object.generation()))
                .with("x-goog-metageneration", Long.toString(object.metageneration()))
                .with("x-goog-storage-class", attributes.text("storageClass").orElse("STANDARD"))
                .with(
                        "x-goog-stored-content-length",
                        Long.toString(object.content().size()))
                .with(
                        "x-goog-stored-content-encoding",
                        attributes.text("contentEncoding").orElse("identity"))
                .with("x-goog-hash", "crc32c=" + checksums.crc32c());
        Optional<String> md5 = checksums.md5();
        return withAttributes(md5.isPresent() ? reply.with("x-goog-hash", "md5=" + md5.get()) : reply, attributes);
    }

    private static Reply withAttributes(Reply bare, Attributes attributes) {
        Reply reply = bare;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            Optional<String> value = attributes.text(header.getKey());
            reply = value.isPresent() ? reply.with(header.getValue(), value.get()) : reply;
        }
        return reply;
    }
}
