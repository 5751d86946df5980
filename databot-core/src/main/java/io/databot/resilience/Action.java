package io.databot.resilience;

/** What is called: how failures and records name it, and how long it takes. */
enum Action {
    PUT("put", "object", Span.BY_SIZE),
    /** Opening a writer shows nothing to anybody. */
    WRITER("open writer", "object", Span.SHORT),
    COMMIT("commit", "object", Span.BY_SIZE),
    READER("open reader", "object", Span.SHORT),
    /** Only reads that had to begin anew. */
    RESUME("resume read", "object", Span.SHORT),
    FIND("find", "object", Span.SHORT),
    LIST("list", "bucket", Span.SHORT),
    COPY("copy", "object", Span.UNBOUNDED),
    COMPOSE("compose", "object", Span.SHORT),
    UPDATE("update", "object", Span.SHORT),
    DELETE("delete", "object", Span.SHORT),
    DELETE_ALL("delete all", "bucket", Span.UNBOUNDED),
    SIGN("sign", "object", Span.SHORT),
    PROBE("probe", "bucket", Span.SHORT),
    READ_STATE("read state", "state", Span.SHORT);

    /** How long one attempt takes when all is well. */
    enum Span {
        /** Not much longer than a round trip. */
        SHORT,
        /** Grows with the bytes that are sent. */
        BY_SIZE,
        /** Grows with something that is not known here. */
        UNBOUNDED
    }

    private final String text;
    private final String kind;
    private final Span span;

    Action(String text, String kind, Span span) {
        this.text = text;
        this.kind = kind;
        this.span = span;
    }

    String text() {
        return text;
    }

    String kind() {
        return kind;
    }

    Span span() {
        return span;
    }

    /** Whether its caller can say how long it may take. */
    boolean takesTimeout() {
        return switch (this) {
            case RESUME, SIGN, READ_STATE -> false;
            default -> true;
        };
    }

    /** What makes this write repeatable, for people; empty if there is no such option. */
    String guards() {
        return switch (this) {
            case PUT, COPY, COMPOSE -> "Condition.ifAbsent() or Condition.ifGeneration(n)";
            case UPDATE -> "Condition.ifMetageneration(n) or Condition.ifGeneration(n)";
            case DELETE -> "Condition.ifGeneration(n) or AtGeneration.of(n)";
            default -> "";
        };
    }
}
