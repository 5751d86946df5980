package io.databot.resilience;

public final class Resilience {
    public static Resilience of(ResilienceSettings s) {
        return new Resilience();
    }

    public io.databot.storage.StorageService around(io.databot.storage.StorageService s) {
        return s;
    }

    public io.databot.state.StateSource around(io.databot.state.StateSource s) {
        return s;
    }
}
