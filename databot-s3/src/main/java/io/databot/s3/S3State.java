package io.databot.s3;

import io.databot.spi.RemoteState;
import io.databot.spi.StateContent;
import io.databot.spi.StateRequest;
import java.util.Optional;

/** An object with a state. */
record S3State(S3Clients clients, S3Access access, String bucket, String key, Optional<String> workspace)
        implements RemoteState {

    @Override
    public Optional<StateContent> read(StateRequest request) {
        return new S3Read(this, request).content();
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
