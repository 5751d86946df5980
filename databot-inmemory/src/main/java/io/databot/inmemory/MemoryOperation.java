package io.databot.inmemory;

import io.databot.compute.Operation;
import io.databot.failure.DatabotException;
import io.databot.failure.DeadlineExceededFailure;
import io.databot.failure.FailureDetails;
import io.databot.failure.OperationFailedFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An operation that ends by the clock. What is not final is guarded by the timeline. */
final class MemoryOperation<T> implements Operation<T> {

    private final Timeline timeline;
    private final Subject<T> subject;
    private final int number;
    private final Instant ends;
    private final Effect<T> effect;
    private final Optional<String> doom;
    private final List<CompletableFuture<T>> waiting = new ArrayList<>();
    private Status status = Status.RUNNING;
    private Optional<T> result = Optional.empty();
    private Optional<DatabotException> failure = Optional.empty();

    /**
     * What an operation is about.
     *
     * @param <T> what it results in
     * @param type the same
     * @param verb what it does
     * @param resource whom to
     * @param id its id, where it is not numbered
     */
    record Subject<T>(Class<T> type, String verb, String resource, Optional<String> id) {}

    /** What an operation brings about; both within the timeline. */
    interface Effect<T> {

        /** It succeeds at this time. */
        T succeed(Instant when);

        /** It fails, or was cancelled: what it had begun is undone. */
        void undo(Status how, Instant when);

        /** Whether it can be cancelled. */
        boolean cancellable();
    }

    /** @param doom why it will fail; empty if it will succeed */
    MemoryOperation(
            Timeline timeline, Subject<T> subject, int number, Instant ends, Effect<T> effect, Optional<String> doom) {
        this.timeline = timeline;
        this.subject = subject;
        this.number = number;
        this.ends = ends;
        this.effect = effect;
        this.doom = doom;
    }

    Subject<T> subject() {
        return subject;
    }

    int number() {
        return number;
    }

    Instant ends() {
        return ends;
    }

    /** Itself, if it results in that. */
    @SuppressWarnings("unchecked")
    <R> Optional<MemoryOperation<R>> as(Class<R> type) {
        return subject.type == type ? Optional.of((MemoryOperation<R>) this) : Optional.empty();
    }

    @Override
    public String id() {
        return subject.id().orElseGet(() -> "operations/" + number);
    }

    /** Its time has come; called by the timeline. */
    void end() {
        if (doom.isPresent()) {
            fail(Status.FAILED, doom.get(), ends);
            return;
        }
        try {
            T value = effect.succeed(ends);
            status = Status.SUCCEEDED;
            result = Optional.of(value);
            tell();
        } catch (OperationFailedFailure e) {
            end(Status.FAILED, e);
        }
    }

    private void fail(Status how, String reason, Instant when) {
        effect.undo(how, when);
        end(how, new OperationFailedFailure(details(reason, "Begin it anew.")));
    }

    private void end(Status how, DatabotException why) {
        status = how;
        failure = Optional.of(why);
        tell();
    }

    /** Ends it before its time, because something stronger came; within the timeline only. */
    void overtake(String reason, Instant when) {
        if (status == Status.RUNNING) {
            timeline.drop(this);
            fail(Status.FAILED, reason, when);
        }
    }

    @Override
    public Status status() {
        return timeline.now(instant -> status);
    }

    /**
     * Does not sleep. If it has not ended, and the clock can be moved, moves it on to its end or by the limit; else fails
     * at once.
     */
    @Override
    public T await(Duration limit) {
        if (status() == Status.RUNNING) {
            timeline.advanceTo(ends, limit);
        }
        return timeline.now(instant -> {
            failure.ifPresent(why -> {
                throw why;
            });
            return result.orElseThrow(() -> new DeadlineExceededFailure(details(
                    "it has not ended by the clock; it ends at " + ends, "Move the clock on, or wait longer.")));
        });
    }

    /** Completes when somebody looks after it has ended. Each call gives a future of its own. */
    @Override
    public CompletionStage<T> onCompletion() {
        return timeline.now(instant -> {
            CompletableFuture<T> waiter = new CompletableFuture<>();
            waiting.add(waiter);
            if (status != Status.RUNNING) {
                tell();
            }
            return waiter;
        });
    }

    /** Completes those who wait, once the timeline is free. */
    private void tell() {
        for (CompletableFuture<T> waiter : waiting) {
            timeline.tell(() -> {
                result.ifPresent(waiter::complete);
                failure.ifPresent(waiter::completeExceptionally);
            });
        }
        waiting.clear();
    }

    @Override
    public CancelOutcome cancel() {
        return timeline.now(instant -> {
            if (status != Status.RUNNING) {
                return CancelOutcome.ALREADY_DONE;
            }
            if (!effect.cancellable()) {
                return CancelOutcome.UNSUPPORTED;
            }
            timeline.drop(this);
            fail(Status.CANCELLED, "it was cancelled", instant);
            return CancelOutcome.REQUESTED;
        });
    }

    private FailureDetails details(String reason, String remedy) {
        return FailureDetails.of(subject.verb(), subject.resource(), reason, remedy);
    }

    @Override
    public String toString() {
        return id();
    }
}
