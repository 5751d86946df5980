package io.databot.state;

import java.util.List;
import java.util.Objects;

/**
 * The address of a resource, a data source, or one instance of it; prints as Terraform does.
 *
 * @param modules the modules from the root down; empty in the root module
 * @param mode managed or data
 * @param type the resource type, such as {@code google_storage_bucket}
 * @param name the name in the configuration
 * @param key which instance; {@link InstanceKey#NONE} if there is one, or if all are meant
 * @see <a href="https://developer.hashicorp.com/terraform/cli/state/resource-addressing">Resource addressing</a>
 */
public record Address(List<ModuleStep> modules, ResourceMode mode, String type, String name, InstanceKey key) {

    public Address {
        modules = List.copyOf(modules);
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }

    /**
     * One step into a module.
     *
     * @param name the module call's name
     * @param key which instance of it
     */
    public record ModuleStep(String name, InstanceKey key) {

        public ModuleStep {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String toString() {
            return "module." + name + key;
        }
    }

    /**
     * Reads an address as Terraform prints it.
     *
     * @throws io.databot.failure.InvalidRequestFailure if it is not one; names the column
     */
    public static Address parse(String text) {
        return new AddressParser(text).wholeAddress();
    }

    /**
     * Reads a module's address, such as {@code module.a["x"].module.b}; the empty text is the root module.
     *
     * @throws io.databot.failure.InvalidRequestFailure if it is not one; names the column
     */
    public static List<ModuleStep> parseModule(String text) {
        return new AddressParser(text).wholeModule();
    }

    /** The same resource without its instance key. */
    public Address resource() {
        return withKey(InstanceKey.NONE);
    }

    /** The same resource with another instance key. */
    public Address withKey(InstanceKey other) {
        return key.equals(other) ? this : new Address(modules, mode, type, name, other);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        modules.forEach(step -> text.append(step).append('.'));
        if (mode == ResourceMode.DATA) {
            text.append("data.");
        }
        return text.append(type).append('.').append(name).append(key).toString();
    }
}
