package io.databot.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabotExceptionTest {

    private static final FailureDetails DETAILS = FailureDetails.of("find", "acme-data/a", "it broke", "Mend it.");

    /** One of every class of the family. */
    static Stream<DatabotException> failures() {
        return Stream.of(
                new AccessDeniedFailure(DETAILS),
                new AlreadyExistsFailure(DETAILS),
                new AmbiguousFailure(DETAILS, List.of("one", "two")),
                new BucketNotFoundFailure(DETAILS),
                new ClosedFailure(DETAILS),
                new ConditionFailedFailure(DETAILS),
                new CorruptedFailure(DETAILS),
                new DeadlineExceededFailure(DETAILS),
                new InterruptedFailure(DETAILS),
                new InvalidRequestFailure(DETAILS),
                new NotAuthenticatedFailure(DETAILS),
                new NotFoundFailure(DETAILS),
                new NotModifiedFailure(DETAILS),
                new OperationFailedFailure(DETAILS),
                new OutcomeUnknownFailure(DETAILS),
                new RangeNotSatisfiableFailure(DETAILS),
                new SettingsFailure(DETAILS, List.of("line")),
                new StateFailure(StateFailure.Problem.EMPTY, DETAILS),
                new ThrottledFailure(DETAILS),
                new UnavailableFailure(DETAILS),
                new UnexpectedFailure(DETAILS),
                new UnsupportedFailure(DETAILS));
    }

    @Test
    void familyHasNoOtherMembers() {
        List<Class<?>> concrete = new ArrayList<>();
        collect(DatabotException.class, concrete);
        assertThat(failures().<Class<?>>map(DatabotException::getClass)).containsExactlyInAnyOrderElementsOf(concrete);
    }

    private static void collect(Class<?> type, List<Class<?>> concrete) {
        if (!Modifier.isAbstract(type.getModifiers())) {
            concrete.add(type);
        }
        Class<?>[] permitted = type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0];
        for (Class<?> subclass : permitted) {
            collect(subclass, concrete);
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void messageIsThatOfTheDetails(DatabotException failure) {
        assertThat(failure).hasMessage("find acme-data/a: it broke. Mend it.").hasNoCause();
        assertThat(failure.details()).isEqualTo(DETAILS);
        assertThat(failure.retryable()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureWithOtherDetailsKeepsItsClassTraceAndSuppressed(DatabotException failure) {
        IOException suppressed = new IOException("suppressed");
        failure.addSuppressed(suppressed);
        DatabotException other = failure.with(DETAILS.withAttempts(4).asRetryable());
        assertThat(other).isExactlyInstanceOf(failure.getClass()).hasMessageContaining("after 4 attempts");
        assertThat(other.retryable()).isTrue();
        assertThat(other.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(other.getSuppressed()).containsExactly(suppressed);
    }

    @Test
    void failureWithOtherDetailsKeepsItsCause() {
        IOException cause = new IOException("cause");
        assertThat(new UnavailableFailure(DETAILS, cause).with(DETAILS.withAttempts(2)))
                .hasCause(cause);
    }

    @Test
    void failureWithOtherDetailsKeepsWhatItsClassAdds() {
        AmbiguousFailure ambiguous = new AmbiguousFailure(DETAILS, List.of("one", "two"));
        assertThat(((AmbiguousFailure) ambiguous.with(DETAILS)).candidates()).containsExactly("one", "two");
        SettingsFailure settings = new SettingsFailure(DETAILS, List.of("line"));
        assertThat(((SettingsFailure) settings.with(DETAILS)).problems()).containsExactly("line");
        StateFailure state = new StateFailure(StateFailure.Problem.ENCRYPTED, DETAILS, new IOException("cause"));
        StateFailure other = (StateFailure) state.with(DETAILS);
        assertThat(other.problem()).isEqualTo(StateFailure.Problem.ENCRYPTED);
        assertThat(other).hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureIsSerializable(DatabotException failure) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DatabotException read = (DatabotException) in.readObject();
            assertThat(read).isExactlyInstanceOf(failure.getClass()).hasMessage(failure.getMessage());
            assertThat(read.details()).isEqualTo(failure.details());
        }
    }
}
