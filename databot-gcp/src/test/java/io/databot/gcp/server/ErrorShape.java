package io.databot.gcp.server;

import java.util.Map;

/** How an endpoint writes a refusal: Google's media downloads and XML API do not answer in JSON. */
enum ErrorShape {
    JSON,
    TEXT,
    XML;

    private static final Map<Integer, String> XML_CODES = Map.of(
            304, "NotModified",
            400, "InvalidArgument",
            401, "AuthenticationRequired",
            403, "AccessDenied",
            404, "NoSuchKey",
            412, "PreconditionFailed",
            416, "InvalidRange");

    static ErrorShape of(Operation operation) {
        return switch (operation) {
            case READ -> TEXT;
            case XML_READ, XML_WRITE, XML_DELETE -> XML;
            default -> JSON;
        };
    }

    Reply reply(ApiError error) {
        if (error.status() == 304) {
            return Reply.empty(304);
        }
        Reply reply = body(error);
        return error.challenge()
                .map(value -> reply.with("WWW-Authenticate", value))
                .orElse(reply);
    }

    private Reply body(ApiError error) {
        return switch (this) {
            case JSON -> Reply.json(error.status(), error.json());
            case TEXT -> Reply.text(error.status(), "text/html; charset=UTF-8", error.message());
            case XML -> Reply.text(error.status(), "application/xml; charset=UTF-8", xml(error));
        };
    }

    private static String xml(ApiError error) {
        boolean bucketMissing = error.json().equals(ApiError.noSuchBucket().json());
        String code = bucketMissing ? "NoSuchBucket" : XML_CODES.getOrDefault(error.status(), "InternalError");
        String message = error.message().replace("&", "&amp;").replace("<", "&lt;");
        return "<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code><Message>%s</Message></Error>"
                .formatted(code, message);
    }
}
