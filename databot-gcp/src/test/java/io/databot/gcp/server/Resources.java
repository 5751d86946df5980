package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Buckets and objects as JSON resources. */
final class Resources {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String root;

    /** @param root where the server listens, without a trailing slash */
    Resources(String root) {
        this.root = root;
    }

    String root() {
        return root;
    }

    ObjectNode object(StoredObject object) {
        String path = "/storage/v1/b/" + object.bucket() + "/o/" + PercentCoding.encode(object.name());
        ObjectNode node = Json.object();
        node.put("kind", "storage#object");
        node.put("id", object.bucket() + "/" + object.name() + "/" + object.generation());
        node.put("selfLink", root + path);
        node.put("mediaLink", root + "/download" + path + "?generation=" + object.generation() + "&alt=media");
        node.put("name", object.name());
        node.put("bucket", object.bucket());
        node.put("generation", Long.toString(object.generation()));
        node.put("metageneration", Long.toString(object.metageneration()));
        node.put("storageClass", "STANDARD");
        node.put("size", Long.toString(object.content().size()));
        node.put("crc32c", object.draft().checksums().crc32c());
        object.draft().checksums().md5().ifPresent(md5 -> node.put("md5Hash", md5));
        if (object.draft().components() > 0) {
            node.put("componentCount", object.draft().components());
        }
        node.put("etag", object.etag());
        putTimes(node, object);
        object.attributes().writeTo(node);
        return node;
    }

    ObjectNode bucket(Bucket bucket) {
        ObjectNode node = Json.object();
        node.put("kind", "storage#bucket");
        node.put("id", bucket.name());
        node.put("selfLink", root + "/storage/v1/b/" + bucket.name());
        node.put("name", bucket.name());
        node.put("projectNumber", "1");
        node.put("metageneration", Long.toString(bucket.metageneration()));
        node.put("location", "US");
        node.put("locationType", "multi-region");
        node.put("storageClass", "STANDARD");
        node.put("etag", "CAE=");
        node.put("timeCreated", time(bucket.created()));
        node.put("updated", time(bucket.created()));
        node.setAll(bucket.settings());
        return node;
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static void putTimes(ObjectNode node, StoredObject object) {
        node.put("timeCreated", time(object.created()));
        node.put("updated", time(object.updated()));
        node.put("timeStorageClassUpdated", time(object.created()));
        node.put("timeFinalized", time(object.created()));
        object.deleted().ifPresent(instant -> node.put("timeDeleted", time(instant)));
    }
}
