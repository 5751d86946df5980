package io.databot.examples.inventory;

import io.databot.state.Address;
import io.databot.state.StateValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One resource.
 *
 * @param kind what it is
 * @param address where it stands in the configuration
 * @param name what it is called; a service account's e-mail
 * @param remarks what to know of it, shortest first, such as its location
 * @param runsAs the e-mail of the service account that it runs as
 * @param fields what JSON says of it
 */
record Item(
        Kind kind,
        Address address,
        String name,
        List<String> remarks,
        Optional<String> runsAs,
        Map<String, StateValue> fields) {

    Item {
        remarks = List.copyOf(remarks);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The address of its module; empty in the root module. */
    String module() {
        return Inventory.module(address);
    }

    /** The remarks in one line. */
    String remark() {
        return String.join(", ", remarks);
    }
}
