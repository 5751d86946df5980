package io.databot.spi;

import io.databot.state.StateValue;
import java.util.Objects;
import java.util.Optional;

/**
 * A backend's configuration as {@code terraform init} recorded it. Not a record: values may be secrets, and none is
 * printed.
 */
public final class RecordedBackend {

    private final String directory;
    private final String type;
    private final StateValue configuration;

    /**
     * @param directory where it was recorded, for messages
     * @param type the backend's type, such as {@code s3}
     * @param configuration its arguments, by name
     */
    public RecordedBackend(String directory, String type, StateValue configuration) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.type = Objects.requireNonNull(type, "type");
        this.configuration = Objects.requireNonNull(configuration, "configuration");
    }

    /** The directory in which Terraform is run, for messages. */
    public String directory() {
        return directory;
    }

    public String type() {
        return type;
    }

    /** An argument; empty if it is not there or null. */
    public Optional<StateValue> value(String name) {
        return configuration.entry(name).filter(value -> !value.isNull());
    }

    /** An argument that is a text and not empty. */
    public Optional<String> text(String name) {
        return value(name).flatMap(StateValue::string).filter(text -> !text.isEmpty());
    }

    /** Whether an argument is true, as a truth value or as a text. */
    public boolean isTrue(String name) {
        return value(name)
                .filter(value -> value.equals(StateValue.of(true)) || value.equals(StateValue.of("true")))
                .isPresent();
    }

    /** The type and where it was recorded; nothing of the configuration. */
    @Override
    public String toString() {
        return "backend " + type + " of " + directory;
    }
}
