package io.databot.gcp.server;

/** What a request asks for; names what {@link Faults} strike and what {@link GcsServer#count} counts. */
public enum Operation {
    BUCKET_INSERT("storage.buckets.create"),
    BUCKET_GET("storage.buckets.get"),
    BUCKET_LIST("storage.buckets.list"),
    BUCKET_PATCH("storage.buckets.update"),
    BUCKET_DELETE("storage.buckets.delete"),
    /** Asks whether the bucket has a hierarchical namespace. */
    BUCKET_LAYOUT("storage.objects.list"),
    /** An upload in one request: {@code uploadType=media} or {@code multipart}. */
    INSERT("storage.objects.create"),
    /** Starts a resumable session. */
    UPLOAD_START("storage.objects.create"),
    /** Sends bytes to a resumable session. */
    UPLOAD_CHUNK("storage.objects.create"),
    /** A PUT without bytes to a resumable session: asks for its progress, or finishes it. */
    UPLOAD_STATUS("storage.objects.create"),
    UPLOAD_CANCEL("storage.objects.create"),
    /** Reads an object's metadata. */
    GET("storage.objects.get"),
    /** Reads an object's bytes, {@code alt=media}. */
    READ("storage.objects.get"),
    LIST("storage.objects.list"),
    PATCH("storage.objects.update"),
    UPDATE("storage.objects.update"),
    DELETE("storage.objects.delete"),
    REWRITE("storage.objects.create"),
    COPY("storage.objects.create"),
    MOVE("storage.objects.move"),
    COMPOSE("storage.objects.create"),
    /** The request that carries others; its parts are matched and recorded on their own. */
    BATCH(""),
    XML_READ("storage.objects.get"),
    XML_WRITE("storage.objects.create"),
    XML_DELETE("storage.objects.delete"),
    /** Nothing that this server knows; answered with 404. */
    UNKNOWN("");

    private final String permission;

    Operation(String permission) {
        this.permission = permission;
    }

    /** The IAM permission that Google's refusal would name. */
    String permission() {
        return permission;
    }
}
