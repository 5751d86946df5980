package io.databot.gcp.server;

import java.util.List;

/**
 * What a call asks for, and of which object.
 *
 * @param place the bucket and object in the path; empty where the path names none
 * @param target where a rewrite, copy or move goes; else empty
 */
record Route(Operation operation, Place place, Place target) {

    /** A bucket and an object in it; either may be empty. */
    record Place(String bucket, String object) {
        static final Place NONE = new Place("", "");
    }

    static Route of(Call call) {
        List<String> path = call.segments();
        int skipped = path.get(0).equals("resumable") ? 1 : 0;
        List<String> rest = path.subList(skipped, path.size());
        if (startsWith(rest, "upload", "storage", "v1", "b") && rest.size() == 6) {
            return at(upload(call), rest.get(4), "");
        }
        if (startsWith(rest, "download", "storage", "v1")) {
            return json(call, rest.subList(3, rest.size()));
        }
        if (startsWith(rest, "storage", "v1")) {
            return json(call, rest.subList(2, rest.size()));
        }
        return startsWith(rest, "batch") ? at(Operation.BATCH, "", "") : xml(call, path);
    }

    private static Route json(Call call, List<String> path) {
        if (!path.get(0).equals("b") || path.size() > 9) {
            return at(Operation.UNKNOWN, "", "");
        }
        String bucket = path.size() > 1 ? path.get(1) : "";
        return switch (path.size()) {
            case 1 -> at(buckets(call), "", "");
            case 2 -> at(bucket(call), bucket, "");
            case 3 -> at(collection(call, path.get(2)), bucket, "");
            case 4 -> at(object(call), bucket, path.get(3));
            default -> verb(path, bucket);
        };
    }

    private static Operation buckets(Call call) {
        return switch (call.method()) {
            case "GET" -> Operation.BUCKET_LIST;
            case "POST" -> Operation.BUCKET_INSERT;
            default -> Operation.UNKNOWN;
        };
    }

    private static Operation bucket(Call call) {
        return switch (call.method()) {
            case "GET" -> Operation.BUCKET_GET;
            case "PATCH", "PUT" -> Operation.BUCKET_PATCH;
            case "DELETE" -> Operation.BUCKET_DELETE;
            default -> Operation.UNKNOWN;
        };
    }

    private static Operation collection(Call call, String name) {
        boolean get = call.method().equals("GET");
        if (get && name.equals("storageLayout")) {
            return Operation.BUCKET_LAYOUT;
        }
        return get && name.equals("o") ? Operation.LIST : Operation.UNKNOWN;
    }

    private static Operation object(Call call) {
        return switch (call.method()) {
            case "GET", "HEAD" -> call.queryIs("alt", "media") ? Operation.READ : Operation.GET;
            case "PATCH" -> Operation.PATCH;
            case "PUT" -> Operation.UPDATE;
            case "DELETE" -> Operation.DELETE;
            default -> Operation.UNKNOWN;
        };
    }

    private static Route verb(List<String> path, String bucket) {
        Place place = new Place(bucket, path.get(3));
        String verb = path.get(4);
        int size = path.size();
        if (verb.equals("compose") && size == 5) {
            return new Route(Operation.COMPOSE, place, Place.NONE);
        }
        if (verb.equals("moveTo") && size == 7) {
            return new Route(Operation.MOVE, place, new Place(bucket, path.get(6)));
        }
        if ((verb.equals("rewriteTo") || verb.equals("copyTo")) && size == 9) {
            Operation operation = verb.equals("copyTo") ? Operation.COPY : Operation.REWRITE;
            return new Route(operation, place, new Place(path.get(6), path.get(8)));
        }
        return new Route(Operation.UNKNOWN, place, Place.NONE);
    }

    private static Operation upload(Call call) {
        if (call.query("upload_id").isPresent()) {
            boolean bare = call.header("content-range")
                    .filter(range -> range.startsWith("bytes */"))
                    .isPresent();
            return switch (call.method()) {
                case "PUT", "POST" -> bare ? Operation.UPLOAD_STATUS : Operation.UPLOAD_CHUNK;
                case "DELETE" -> Operation.UPLOAD_CANCEL;
                default -> Operation.UNKNOWN;
            };
        }
        if (!call.method().equals("POST")) {
            return Operation.UNKNOWN;
        }
        return call.queryIs("uploadType", "resumable") ? Operation.UPLOAD_START : Operation.INSERT;
    }

    private static Route xml(Call call, List<String> path) {
        if (path.size() < 2 || path.get(1).isEmpty()) {
            return at(Operation.UNKNOWN, path.get(0), "");
        }
        String object = String.join("/", path.subList(1, path.size()));
        Operation operation = switch (call.method()) {
            case "GET", "HEAD" -> Operation.XML_READ;
            case "PUT" -> Operation.XML_WRITE;
            case "DELETE" -> Operation.XML_DELETE;
            default -> Operation.UNKNOWN;
        };
        return at(operation, path.get(0), object);
    }

    private static Route at(Operation operation, String bucket, String object) {
        return new Route(operation, new Place(bucket, object), Place.NONE);
    }

    private static boolean startsWith(List<String> path, String... start) {
        return path.size() >= start.length && path.subList(0, start.length).equals(List.of(start));
    }
}
