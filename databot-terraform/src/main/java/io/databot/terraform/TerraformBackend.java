package io.databot.terraform;

import com.google.inject.Module;
import io.databot.spi.Backend;
import io.databot.spi.Setting;
import java.util.List;

/** The backend {@code terraform}: state from wherever Terraform keeps it. */
public final class TerraformBackend implements Backend {

    static final String NAME = "terraform";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting<?>> settings() {
        return TerraformSettings.ALL;
    }

    @Override
    public Module module() {
        return new TerraformModule();
    }
}
