package io.databot.spi;

import com.google.inject.Module;
import java.util.List;

/**
 * An adapter as the core finds it: by {@link java.util.ServiceLoader}, with a public constructor without arguments.
 *
 * <p>Finding, and asking for what it declares, does no I/O and loads no class of a provider's SDK.
 */
public interface Backend {

    /** The name by which settings choose it, such as {@code gcp}: lower-case letters, digits and hyphens. */
    String name();

    /** The settings that it reads, beside the core's own. */
    List<Setting<?>> settings();

    /**
     * Binds its ports, each by {@link Ports} under {@link #name()}; only those that an environment uses are ever
     * constructed, so bind providers that do not name SDK types in their signatures. Each is closed with the environment,
     * whoever had it constructed.
     *
     * <p>What the module may inject: {@link Settings}, {@link java.time.Clock}, and the environment's chosen ports, which
     * should be taken as {@code Provider}s.
     */
    Module module();
}
