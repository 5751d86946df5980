package io.databot.gcp;

import com.google.inject.Module;
import io.databot.spi.Backend;
import io.databot.spi.Setting;
import java.util.List;

/** The backend {@code gcp}: Google Cloud Storage, and Google's identities. */
public final class GcpBackend implements Backend {

    /** The name by which settings choose it. */
    static final String NAME = "gcp";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting<?>> settings() {
        return GcpSettings.ALL;
    }

    @Override
    public Module module() {
        return new GcpModule();
    }
}
