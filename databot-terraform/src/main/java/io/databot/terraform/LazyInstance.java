package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.state.Address;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import io.databot.terraform.StateText.Part;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An instance that keeps where its attributes stand, already checked, and turns them into values when asked. */
final class LazyInstance implements StateInstance {

    private final Address address;
    private final RawInstance raw;
    private final StateText text;
    private final Secrets secrets;
    private volatile @Nullable StateValue attributes;

    LazyInstance(Address address, RawInstance raw, StateText text, Secrets secrets) {
        this.address = address;
        this.raw = raw;
        this.text = text;
        this.secrets = secrets;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public boolean tainted() {
        return raw.tainted();
    }

    @Override
    public Optional<String> deposedKey() {
        return raw.deposedKey();
    }

    @Override
    public StateValue attributes() {
        StateValue value = attributes;
        if (value == null) {
            value = parse();
            attributes = value;
        }
        return value;
    }

    /** As {@link #attributes}, without keeping them. */
    StateValue parse() {
        return secrets.mark(marked());
    }

    /** The attributes with what the state and the type call sensitive; copies of secrets are not looked for. */
    StateValue marked() {
        StateValue plain = raw.attributes().map(this::read).orElse(StateValue.of(Map.of()));
        StateValue value = raw.flat() ? FlatAttributes.unfold(plain.asMap()) : DynamicAttributes.unwrap(address, plain);
        Marks marks = new Marks();
        raw.sensitive().map(this::read).ifPresent(marks::addPaths);
        KnownSecrets.addTo(marks, address);
        return marks.applyTo(value);
    }

    private StateValue read(Part part) {
        try (JsonParser json = text.parser(part)) {
            json.nextToken();
            return Values.read(json);
        } catch (IOException e) {
            throw text.failure(e, part);
        }
    }

    /** The address and what is special about it; no values. */
    @Override
    public String toString() {
        return address
                + (raw.tainted() ? " (tainted)" : "")
                + raw.deposedKey().map(key -> " (deposed " + key + ")").orElse("");
    }
}
