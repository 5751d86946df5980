package io.databot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databot.failure.ClosedFailure;
import io.databot.failure.UnexpectedFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserTest {

    private final Closer closer = new Closer();
    private final List<String> closed = new ArrayList<>();

    @Test
    void allAreClosedInReverseWhateverFails() {
        closer.opened(() -> closed.add("first"));
        closer.opened(() -> {
            throw new IllegalStateException("second");
        });
        closer.opened(() -> {
            throw new Exception("third");
        });
        closer.opened(() -> closed.add("fourth"));

        assertThatThrownBy(closer::close)
                .isInstanceOf(UnexpectedFailure.class)
                .hasRootCauseMessage("third")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("second"));
        assertThat(closed).containsExactly("fourth", "first");
    }

    @Test
    void aSecondCloseDoesNothing() {
        closer.opened(() -> closed.add("one"));
        closer.close();
        closer.close();

        assertThat(closed).containsExactly("one");
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        closer.close();

        assertThatThrownBy(() -> closer.opened(() -> closed.add("late"))).isInstanceOf(ClosedFailure.class);
        assertThat(closed).containsExactly("late");
        assertThatThrownBy(closer::requireOpen).isInstanceOf(ClosedFailure.class);
    }
}
