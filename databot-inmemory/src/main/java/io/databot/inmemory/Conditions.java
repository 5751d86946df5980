package io.databot.inmemory;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.failure.NotModifiedFailure;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfGenerationNot;
import io.databot.storage.IfMetageneration;
import io.databot.storage.IfSourceGeneration;
import io.databot.storage.Options;
import java.util.Optional;

/** Checks a call's conditions; those of generations are about the live object, that of metagenerations about the one named. */
final class Conditions {

    private static final String AGAIN = "Look at the object as it is now and decide anew.";

    private Conditions() {}

    static void require(Call call, Options options, Optional<Revision> live, Optional<Revision> named) {
        if (live.isPresent() && options.has(IfAbsent.class)) {
            throw new AlreadyExistsFailure(call.details(
                    "there is one already, of generation " + live.get().generation(),
                    "Choose another key, or replace it."));
        }
        options.find(IfGeneration.class).ifPresent(condition -> requireGeneration(call, condition.generation(), live));
        options.find(IfGenerationNot.class).ifPresent(condition -> {
            if (live.filter(object -> object.generation() == condition.generation())
                    .isPresent()) {
                throw new NotModifiedFailure(call.details(
                        "the object is still of generation " + condition.generation(), "Use what you have."));
            }
        });
        options.find(IfMetageneration.class)
                .ifPresent(condition -> requireMetageneration(call, condition.metageneration(), named));
    }

    static void requireSource(Call call, Options options, Revision source) {
        options.find(IfSourceGeneration.class)
                .ifPresent(condition -> requireGeneration(call, condition.generation(), Optional.of(source)));
    }

    private static void requireGeneration(Call call, long wanted, Optional<Revision> live) {
        if (live.isEmpty() || live.get().generation() != wanted) {
            String actual = live.map(object -> "it is of generation " + object.generation())
                    .orElse("there is no live object");
            throw new ConditionFailedFailure(call.details(actual + ", the condition says " + wanted, AGAIN));
        }
    }

    private static void requireMetageneration(Call call, long wanted, Optional<Revision> named) {
        if (named.isEmpty() || named.get().metageneration() != wanted) {
            String actual = named.map(object -> "it is of metageneration " + object.metageneration())
                    .orElse("there is no such object");
            throw new ConditionFailedFailure(call.details(actual + ", the condition says " + wanted, AGAIN));
        }
    }
}
