package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.ResourceMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A resource that is looked for.
 *
 * @param module its module's address; empty for the root module
 * @param mode whether it is a data source
 * @param type its type
 * @param name its name
 * @param hash that of its address as it is printed
 */
record WantedResource(Optional<Pool.Wanted> module, ResourceMode mode, String type, Pool.Wanted name, long hash) {

    static WantedResource of(Address address) {
        List<Address.ModuleStep> steps = address.modules();
        Optional<Pool.Wanted> module = steps.isEmpty() ? Optional.empty() : Optional.of(Pool.Wanted.of(text(steps)));
        return new WantedResource(
                module,
                address.mode(),
                address.type(),
                Pool.Wanted.of(address.name()),
                Hashes.of(address.resource().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A module's address as Terraform prints it. */
    static String text(List<Address.ModuleStep> steps) {
        StringBuilder text = new StringBuilder();
        for (Address.ModuleStep step : steps) {
            text.append(text.isEmpty() ? "" : ".").append(step);
        }
        return text.toString();
    }
}
