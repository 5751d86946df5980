package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A refusal with Google's status, reason and wording. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final String location;

    private ApiError(int status, String reason, String message, String location) {
        super(message, null, false, false);
        this.status = status;
        this.reason = reason;
        this.location = location;
    }

    static ApiError of(int status, String reason, String message) {
        return new ApiError(status, reason, message, "");
    }

    static ApiError invalid(String message) {
        return of(400, "invalid", message);
    }

    static ApiError required(String message) {
        return of(400, "required", message);
    }

    static ApiError noSuchBucket() {
        return of(404, "notFound", "The specified bucket does not exist.");
    }

    static ApiError noSuchObject(String path) {
        return of(404, "notFound", "No such object: " + path);
    }

    static ApiError conflict(String message) {
        return of(409, "conflict", message);
    }

    static ApiError conditionNotMet() {
        String message = "At least one of the pre-conditions you specified did not hold.";
        return new ApiError(412, "conditionNotMet", message, "If-Match");
    }

    static ApiError notModified() {
        return of(304, "notModified", "Not Modified");
    }

    static ApiError unauthenticated(String reason, String message) {
        return new ApiError(401, reason, message, "Authorization");
    }

    /** An error that a test asked for, in the words that Google has for its status. */
    static ApiError injected(int status) {
        return switch (status) {
            case 304 -> notModified();
            case 401 -> unauthenticated("authError", "Invalid Credentials");
            case 403 -> of(403, "forbidden", "Forbidden");
            case 404 -> of(404, "notFound", "Not Found");
            case 408 -> of(408, "requestTimeout", "Request Timeout");
            case 412 -> conditionNotMet();
            case 429 -> of(429, "rateLimitExceeded", "Rate limit exceeded. Please reduce your request rate.");
            case 500 -> of(500, "backendError", "We encountered an internal error. Please try again.");
            case 502 -> of(502, "backendError", "Bad Gateway");
            case 503 -> of(503, "backendError", "Backend Error");
            case 504 -> of(504, "backendError", "Gateway Timeout");
            default -> of(status, "badRequest", "Bad Request");
        };
    }

    int status() {
        return status;
    }

    /** What a reply with 401 asks for, absent from others. */
    Optional<String> challenge() {
        String error = reason.equals("authError") ? ", error=\"invalid_token\"" : "";
        return status == 401 ? Optional.of("Bearer realm=\"https://accounts.google.com/\"" + error) : Optional.empty();
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** The JSON body; the media and XML endpoints answer in other shapes, see {@link ErrorShape}. */
    ObjectNode json() {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("message", message());
        detail.put("domain", "global");
        detail.put("reason", reason);
        if (!location.isEmpty()) {
            detail.put("locationType", "header");
            detail.put("location", location);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", status);
        error.put("message", message());
        error.putArray("errors").add(detail);
        return body;
    }
}
