package io.databot.gcp.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Scripts how the server misbehaves.
 *
 * <pre>{@code
 * server.faults().next(Operation.INSERT).reply(503).times(2);
 * server.faults().next(Operation.DELETE).on("bucket", "key").loseReply();
 * }</pre>
 *
 * <p>Of the faults that fit a request, the one scripted first strikes; each strikes once unless told otherwise.
 * Requests within a batch are struck one by one.
 */
public final class Faults {
    private final List<Fault> script = new CopyOnWriteArrayList<>();
    private final List<Stall> stalls = new CopyOnWriteArrayList<>();

    Faults() {}

    /** A fault for the next request of that kind. It is scripted once it is told what to do. */
    public FaultScript next(Operation operation) {
        return new FaultScript(this, request -> request.operation() == operation, 0);
    }

    /** A fault for the next request of any kind. */
    public FaultScript nextOfAny() {
        return new FaultScript(this, request -> true, 0);
    }

    /** Forgets all faults and lets all stalled requests pass. */
    public void clear() {
        script.clear();
        stalls.forEach(Stall::release);
        stalls.clear();
    }

    Fault add(Fault fault) {
        script.add(fault);
        return fault;
    }

    Stall add(Stall stall) {
        stalls.add(stall);
        return stall;
    }

    /** The fault that strikes the request; it has one strike less afterwards. */
    Optional<Fault> strike(RecordedRequest request) {
        return script.stream().filter(fault -> fault.strikes(request)).findFirst();
    }
}
