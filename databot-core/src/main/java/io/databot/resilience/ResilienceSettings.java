package io.databot.resilience;

import io.databot.spi.Setting;
import io.databot.spi.Settings;
import java.time.Duration;
import java.util.List;

/** The settings of the layers around the ports. */
public final class ResilienceSettings {

    public static final Setting<Integer> MAX_ATTEMPTS = Setting.integer(
            "retry.max-attempts", 4, 1, 20, "How many times a call is sent at most; 1 repeats nothing.");
    public static final Setting<Duration> INITIAL_DELAY = Setting.duration(
            "retry.initial-delay",
            "200ms",
            "The longest wait before the second attempt; it doubles with each attempt.");
    public static final Setting<Duration> MAX_DELAY = Setting.duration(
            "retry.max-delay",
            "10s",
            "The longest wait between two attempts, unless the service asks for a longer one.");
    public static final Setting<UnconditionalWrites> UNCONDITIONAL_WRITES = Setting.choice(
            "retry.unconditional-writes",
            UnconditionalWrites.class,
            UnconditionalWrites.NEVER,
            "Whether a write without a condition is repeated although the first attempt may have been carried out.");
    public static final Setting<Duration> DEADLINE = Setting.duration(
            "deadline", "5m", "How long a call may take, retries and waits included, if its Timeout does not say.");
    public static final Setting<Duration> BULK_DEADLINE = Setting.duration(
            "bulk-deadline", "6h", "The same for put, copy and deleteAll, which take longer for more.");
    public static final Setting<Duration> ATTEMPT_TIMEOUT = Setting.duration(
            "attempt-timeout",
            "60s",
            "How long one attempt may take; a put gets a second more for each MiB, copy and deleteAll all that is left.");
    public static final Setting<Integer> CONCURRENCY = Setting.integer(
            "concurrency", 64, 1, 10_000, "How many calls one port makes at the same time; others wait.");
    public static final Setting<Integer> BREAKER_WINDOW = Setting.integer(
            "breaker.window", 20, 1, 10_000, "How many of the last attempts the circuit breaker judges by.");
    public static final Setting<Integer> BREAKER_FAILURE_RATE = Setting.integer(
            "breaker.failure-rate", 50, 1, 100, "The percentage of them without a service that opens it.");
    public static final Setting<Duration> BREAKER_OPEN_TIME =
            Setting.duration("breaker.open-time", "10s", "How long it stays open before it lets trial calls through.");

    private final Settings settings;

    private ResilienceSettings(Settings settings) {
        this.settings = settings;
    }

    /** Every setting that the layers read. */
    public static List<Setting<?>> all() {
        return List.of(
                MAX_ATTEMPTS,
                INITIAL_DELAY,
                MAX_DELAY,
                UNCONDITIONAL_WRITES,
                DEADLINE,
                BULK_DEADLINE,
                ATTEMPT_TIMEOUT,
                CONCURRENCY,
                BREAKER_WINDOW,
                BREAKER_FAILURE_RATE,
                BREAKER_OPEN_TIME);
    }

    public static ResilienceSettings from(Settings settings) {
        return new ResilienceSettings(settings);
    }

    int maxAttempts() {
        return settings.get(MAX_ATTEMPTS);
    }

    Duration initialDelay() {
        return settings.get(INITIAL_DELAY);
    }

    Duration maxDelay() {
        return settings.get(MAX_DELAY);
    }

    UnconditionalWrites unconditionalWrites() {
        return settings.get(UNCONDITIONAL_WRITES);
    }

    Duration deadline() {
        return settings.get(DEADLINE);
    }

    Duration bulkDeadline() {
        return settings.get(BULK_DEADLINE);
    }

    Duration attemptTimeout() {
        return settings.get(ATTEMPT_TIMEOUT);
    }

    int concurrency() {
        return settings.get(CONCURRENCY);
    }

    int breakerWindow() {
        return settings.get(BREAKER_WINDOW);
    }

    int breakerFailureRate() {
        return settings.get(BREAKER_FAILURE_RATE);
    }

    Duration breakerOpenTime() {
        return settings.get(BREAKER_OPEN_TIME);
    }
}
