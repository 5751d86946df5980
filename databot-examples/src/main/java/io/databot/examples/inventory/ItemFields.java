package io.databot.examples.inventory;

import io.databot.state.Address;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what there is to say of one resource. What is not set stands in JSON as null. */
final class ItemFields {

    private final Address address;
    private final Map<String, StateValue> fields = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private Optional<String> account = Optional.empty();

    ItemFields(Address address) {
        this.address = address;
        text("address", address.toString());
        text("module", Inventory.module(address));
    }

    void put(String name, StateValue value) {
        fields.put(name, value);
    }

    void text(String name, String text) {
        put(name, StateValue.of(text));
    }

    void text(String name, Optional<?> text) {
        put(name, text.map(Object::toString).map(StateValue::of).orElse(StateValue.ofNull()));
    }

    void flag(String name, boolean value) {
        put(name, StateValue.of(value));
    }

    /** A field that people want to see too. */
    void shown(String name, Optional<String> text) {
        text(name, text);
        text.ifPresent(this::remark);
    }

    void remark(String text) {
        remarks.add(text);
    }

    void runsAs(Optional<String> email) {
        text("service_account", email);
        account = email;
    }

    Item item(Kind kind, String name) {
        return new Item(kind, address, name, remarks, account, fields);
    }
}
