package io.databot.terraform;

import io.databot.state.Address;
import io.databot.state.ResourceMode;
import java.util.List;
import java.util.Optional;

/**
 * A resource that is looked for.
 *
 * @param module its module's address; empty for the root module
 * @param mode whether it is a data source
 * @param type its type
 * @param name its name
 */
record WantedResource(Optional<Pool.Wanted> module, ResourceMode mode, String type, Pool.Wanted name) {

    static WantedResource of(Address address) {
        List<Address.ModuleStep> steps = address.modules();
        Optional<Pool.Wanted> module = steps.isEmpty() ? Optional.empty() : Optional.of(Pool.Wanted.of(text(steps)));
        return new WantedResource(module, address.mode(), address.type(), Pool.Wanted.of(address.name()));
    }

    /** A module's address as Terraform prints it. */
    static String text(List<Address.ModuleStep> steps) {
        StringBuilder text = new StringBuilder();
        for (Address.ModuleStep step : steps) {
            text.append(text.isEmpty() ? "" : ".").append(step);
        }
        return text.toString();
    }

    /** As that of a block of this resource. */
    long hash() {
        long kind = Columns.kindHash(mode, Pool.Wanted.of(type).hash());
        return Columns.hash(kind, name.hash(), module.map(Pool.Wanted::hash).orElse(Columns.ROOT_HASH));
    }
}
