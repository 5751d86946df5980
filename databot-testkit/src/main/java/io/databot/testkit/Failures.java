package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what every failure must say. */
final class Failures {

    private Failures() {}

    /** The failure of exactly this class that the call throws, after a check of the parts that every failure has. */
    static <F extends DatabotException> F expect(Class<F> type, ThrowingCallable call) {
        return expect(type, "the call", call);
    }

    static <F extends DatabotException> F expect(Class<F> type, String what, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).as("%s must fail", what).isNotNull();
        assertThat(thrown).as(what).isExactlyInstanceOf(type);
        F failure = type.cast(thrown);
        requireComplete(what, failure);
        return failure;
    }

    static void requireComplete(String what, DatabotException failure) {
        FailureDetails details = failure.details();
        assertThat(details.operation()).as("%s: operation", what).isNotBlank();
        assertThat(details.reason()).as("%s: reason", what).isNotBlank();
        assertThat(failure)
                .as("%s: message", what)
                .hasMessageContaining(details.operation())
                .hasMessageContaining(details.reason());
    }
}
