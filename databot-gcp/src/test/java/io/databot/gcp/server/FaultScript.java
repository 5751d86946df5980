package io.databot.gcp.server;

import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Which requests a fault strikes, and then what it does to them. Immutable; each final call scripts a fault. */
public final class FaultScript {
    private final Faults faults;
    private final Predicate<RecordedRequest> matching;
    private final int passes;

    FaultScript(Faults faults, Predicate<RecordedRequest> matching, int passes) {
        this.faults = faults;
        this.matching = matching;
        this.passes = passes;
    }

    /** Only requests for that object. The chunks of a resumable upload name none. */
    public FaultScript on(String bucket, String object) {
        return matching(
                request -> request.bucket().equals(bucket) && request.object().equals(object));
    }

    /** Only requests that pass the test as well. */
    public FaultScript matching(Predicate<RecordedRequest> test) {
        return new FaultScript(faults, matching.and(test), passes);
    }

    /** Lets so many requests that it fits pass first. */
    public FaultScript after(int requests) {
        return new FaultScript(faults, matching, requests);
    }

    /** Answers with the status and does nothing. */
    public Fault reply(int status) {
        return script((handling, errors) -> errors.apply(status));
    }

    /** Does what is asked, then answers with the status as if it had not. */
    public Fault applyThenReply(int status) {
        return script((handling, errors) -> {
            handling.perform();
            return errors.apply(status);
        });
    }

    /** Does what is asked, then closes the connection without a reply. */
    public Fault loseReply() {
        return script((handling, errors) -> {
            handling.perform();
            throw new ConnectionLost();
        });
    }

    /** Closes the connection and does nothing. */
    public Fault dropConnection() {
        return script((handling, errors) -> {
            throw new ConnectionLost();
        });
    }

    /** Closes the connection after so many bytes of the body, having announced all of it. */
    public Fault breakBodyAfter(long bytes) {
        return script((handling, errors) -> onSuccess(handling.perform(), Delivery.brokenAfter(bytes)));
    }

    /** Turns the bits of one byte of the body, or of the last if it is shorter. */
    public Fault corruptByteAt(long index) {
        return script((handling, errors) -> {
            Reply reply = handling.perform();
            return reply.isSuccess() ? reply.withBody(reply.body().withTurnedByte(index)) : reply;
        });
    }

    /** Keeps the request waiting before anything is done. */
    public Stall stall() {
        Stall stall = faults.add(new Stall());
        script((handling, errors) -> {
            stall.hold();
            return handling.perform();
        });
        return stall;
    }

    /** Does what is asked, then keeps the reply back. */
    public Stall stallReply() {
        Stall stall = faults.add(new Stall());
        script((handling, errors) -> {
            Reply reply = handling.perform();
            stall.hold();
            return reply;
        });
        return stall;
    }

    /** Sends so many bytes of the body, then keeps the rest back. */
    public Stall stallBodyAfter(long bytes) {
        Stall stall = faults.add(new Stall());
        script((handling, errors) -> onSuccess(handling.perform(), Delivery.stalledAfter(bytes, stall)));
        return stall;
    }

    private static Reply onSuccess(Reply reply, Delivery delivery) {
        return reply.isSuccess() ? reply.delivered(delivery) : reply;
    }

    private Fault script(Effect effect) {
        return faults.add(new Fault(matching, passes, effect));
    }

    /** What a fault does: it may call the handling of the request, or answer with an error instead. */
    @FunctionalInterface
    interface Effect {
        Reply around(Handling handling, IntFunction<Reply> errors);
    }
}
