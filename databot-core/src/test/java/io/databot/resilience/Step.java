package io.databot.resilience;

import io.databot.failure.DatabotException;

/**
 * What happens to one request that reaches the scripted service.
 *
 * @param before runs before it is carried out; may throw
 * @param after runs after it was carried out; may throw
 */
record Step(Runnable before, Runnable after) {

    /** It works. */
    static Step ok() {
        return new Step(Step::nothing, Step::nothing);
    }

    /** It fails and is not carried out. */
    static Step fail(DatabotException failure) {
        return fail(failure, Step::nothing);
    }

    /** It fails, is not carried out, and then something else happens. */
    static Step fail(DatabotException failure, Runnable then) {
        return new Step(
                () -> {
                    then.run();
                    throw failure;
                },
                Step::nothing);
    }

    /** It is carried out, but its reply is lost. */
    static Step lose(DatabotException failure) {
        return lose(failure, Step::nothing);
    }

    /** It is carried out, its reply is lost, and then something else happens. */
    static Step lose(DatabotException failure, Runnable then) {
        return new Step(Step::nothing, () -> {
            then.run();
            throw failure;
        });
    }

    private static void nothing() {}
}
