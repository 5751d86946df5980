package io.databot.resilience;

/** What is called: how failures and records name it, and what there is to know about repeating it. */
enum Action {
    PUT("put", "object", Nature.WRITE, Span.BY_SIZE),
    /** Opening a writer shows nothing to anybody. */
    WRITER("open writer", "object", Nature.SAFE, Span.SHORT),
    COMMIT("commit", "object", Nature.WRITE, Span.BY_SIZE),
    READER("open reader", "object", Nature.SAFE, Span.SHORT),
    /** Only reads that had to begin anew. */
    RESUME("resume read", "object", Nature.SAFE, Span.SHORT),
    FIND("find", "object", Nature.SAFE, Span.SHORT),
    LIST("list", "bucket", Nature.SAFE, Span.SHORT),
    COPY("copy", "object", Nature.WRITE, Span.UNBOUNDED),
    COMPOSE("compose", "object", Nature.WRITE, Span.SHORT),
    UPDATE("update", "object", Nature.WRITE, Span.SHORT),
    DELETE("delete", "object", Nature.WRITE, Span.SHORT),
    DELETE_ALL("delete all", "bucket", Nature.WRITE, Span.UNBOUNDED),
    SIGN("sign", "object", Nature.SAFE, Span.SHORT),
    PROBE("probe", "bucket", Nature.SAFE, Span.SHORT),
    READ_STATE("read state", "state", Nature.SAFE, Span.SHORT);

    /** Whether repeating is harmless. */
    enum Nature {
        /** Changes nothing that anybody can see. */
        SAFE,
        /** Changes something; may be repeated if a condition guards it. */
        WRITE
    }

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
    private final Nature nature;
    private final Span span;

    Action(String text, String kind, Nature nature, Span span) {
        this.text = text;
        this.kind = kind;
        this.nature = nature;
        this.span = span;
    }

    String text() {
        return text;
    }

    String kind() {
        return kind;
    }

    Nature nature() {
        return nature;
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
