package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/** The preconditions of a request: what the versions there must, or must not, be. */
record Conditions(
        OptionalLong generationMatch,
        OptionalLong generationNotMatch,
        OptionalLong metagenerationMatch,
        OptionalLong metagenerationNotMatch) {

    static final Conditions NONE =
            new Conditions(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Conditions on the object that the path names, or on the target of a copy. */
    static Conditions of(Call call) {
        return withPrefix(call, "if");
    }

    /** Conditions on the source of a copy. */
    static Conditions ofSource(Call call) {
        return withPrefix(call, "ifSource");
    }

    /** Conditions that the XML API carries in headers. */
    static Conditions ofXml(Call call) {
        return new Conditions(
                fromHeader(call, "x-goog-if-generation-match"),
                OptionalLong.empty(),
                fromHeader(call, "x-goog-if-metageneration-match"),
                OptionalLong.empty());
    }

    /** The condition on one source of a compose. */
    static Conditions ofComposeSource(JsonNode source) {
        return NONE.withGenerationMatch(Json.text(source.path("objectPreconditions"), "ifGenerationMatch")
                .map(value -> Call.number("ifGenerationMatch", value)));
    }

    /** Refuses with 412 unless all hold for what is there now. A missing object has generation 0. */
    void requireForWrite(Optional<StoredObject> current) {
        long generation = current.map(StoredObject::generation).orElse(0L);
        long metageneration = current.map(StoredObject::metageneration).orElse(0L);
        if (differs(generationMatch, generation)
                || differs(metagenerationMatch, metageneration)
                || equals(generationNotMatch, generation)
                || equals(metagenerationNotMatch, metageneration)) {
            throw ApiError.conditionNotMet();
        }
    }

    /** Refuses with 412 if a match fails, with 304 if the caller has this version already. */
    void requireForRead(StoredObject current) {
        if (differs(generationMatch, current.generation()) || differs(metagenerationMatch, current.metageneration())) {
            throw ApiError.conditionNotMet();
        }
        if (equals(generationNotMatch, current.generation())
                || equals(metagenerationNotMatch, current.metageneration())) {
            throw ApiError.notModified();
        }
    }

    private Conditions withGenerationMatch(Optional<Long> generation) {
        return new Conditions(
                generation.map(OptionalLong::of).orElse(OptionalLong.empty()),
                generationNotMatch,
                metagenerationMatch,
                metagenerationNotMatch);
    }

    private static Conditions withPrefix(Call call, String prefix) {
        return new Conditions(
                call.number(prefix + "GenerationMatch"),
                call.number(prefix + "GenerationNotMatch"),
                call.number(prefix + "MetagenerationMatch"),
                call.number(prefix + "MetagenerationNotMatch"));
    }

    private static OptionalLong fromHeader(Call call, String name) {
        return call.header(name)
                .map(value -> OptionalLong.of(Call.number(name, value)))
                .orElse(OptionalLong.empty());
    }

    private static boolean differs(OptionalLong wanted, long actual) {
        return wanted.isPresent() && wanted.getAsLong() != actual;
    }

    private static boolean equals(OptionalLong unwanted, long actual) {
        return unwanted.isPresent() && unwanted.getAsLong() == actual;
    }
}
