package io.databot.terraform;

import io.databot.spi.StateFormat;
import io.databot.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Reads a state file that is not encrypted, once, without waiting for one that is being written. */
public final class TerraformStateFormat implements StateFormat {

    private static final long MAX_BYTES = 256L << 20;

    @Override
    public State read(Path file, Clock clock) {
        return new PatientReader(new StateParser(), MAX_BYTES, Duration.ZERO, clock, Sleeper.REAL)
                .read(file, Patience.NONE);
    }
}
