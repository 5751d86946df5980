package io.databot.resilience;

import io.databot.state.StateSource;
import io.databot.storage.StorageService;
import java.util.Optional;

/**
 * Puts the layers around ports. From the outside in: observe, deadline for the whole call, retry, circuit breaker,
 * concurrency limit, attempt timeout, adapter. Nothing changes threads. Thread-safe.
 */
public final class Resilience {

    private final ResilienceSettings settings;
    private final Optional<CallListener> listener;
    private final Outside outside;
    private final RepeatRule rule;

    Resilience(ResilienceSettings settings, Optional<CallListener> listener, Outside outside) {
        this.settings = settings;
        this.listener = listener;
        this.outside = outside;
        this.rule = new RepeatRule(settings.unconditionalWrites());
    }

    public static Resilience of(ResilienceSettings settings) {
        return new Resilience(settings, Optional.empty(), Outside.system());
    }

    /** The same layers, and somebody who hears of every call. */
    public Resilience observedBy(CallListener heard) {
        return new Resilience(settings, Optional.of(heard), outside);
    }

    /** The service with all layers around it; its circuit breaker and its limit are its own. Closing it closes the service. */
    public StorageService around(StorageService service) {
        CallPolicy sending = new Sending(settings, outside.nanos());
        CallPolicy limiting = new Limiting(settings.concurrency(), outside.nanos(), sending);
        CallPolicy breaking = new Breaking("storage", settings, outside, limiting);
        WriteIds ids = settings.maxAttempts() > 1 ? WriteIds.from(outside.writeIds()) : WriteIds.none();
        return new ResilientStorage(service, observed(retrying(breaking)), observed(sending), rule, ids);
    }

    /**
     * The source with deadline and retry around it. Without a circuit breaker and a limit: a source caches, has one loader
     * at a time, and answers with its last good snapshot by itself, so that there is no storm to stop, and a breaker
     * could only refuse a first read that would have succeeded. Closing it closes the source.
     */
    public StateSource around(StateSource source) {
        return new ResilientStateSource(source, observed(retrying(new Sending(settings, outside.nanos()))));
    }

    private CallPolicy retrying(CallPolicy next) {
        return new Deadlines(settings, outside, new Retrying(settings, rule, outside, next));
    }

    private CallPolicy observed(CallPolicy next) {
        return listener.<CallPolicy>map(heard -> new Observing(heard, outside.nanos(), next))
                .orElse(next);
    }
}
