package io.databot.terraform;

import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address;
import io.databot.state.State;
import io.databot.state.StateSnapshot;
import io.databot.terraform.ScanFailure.Fault;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Passes once over a file: proves that it is JSON and, if it is a state of version 4, notes where its resources, instances
 * and outputs stand. Nothing is made of attributes but certain that they are well formed.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go">Version 4 in Terraform</a>
 */
final class StateScan {

    private static final BigInteger MAX_SERIAL = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final int MAX_SERIAL_LENGTH = 20;

    private static final FieldNames TOP =
            FieldNames.of("version", "terraform_version", "serial", "lineage", "outputs", "resources", "check_results");
    private static final FieldNames OUTPUT = FieldNames.of("value", "type", "sensitive");

    /** What another format than version 4 may hold besides. */
    private static final Set<String> FOREIGN = Set.of("encrypted_data", "encryption_version", "sops");

    private final StateText text;
    private final byte[] bytes;
    private final JsonScan json;
    private boolean versionIs4;
    private boolean foreign;
    private long serial;
    private int serialAt;
    private String lineage = "";
    private int lineageAt;
    private int resourcesAt;
    private int outputsAt;
    private final OutputIndex outputs;
    private final ResourceScan resources;

    private StateScan(StateText text) {
        this.text = text;
        this.bytes = text.bytes();
        this.json = new JsonScan(bytes, text.start());
        this.outputs = new OutputIndex(bytes);
        this.resources = new ResourceScan(json, bytes);
    }

    /**
     * Reads a state of version 4; empty if the text is JSON of another kind.
     *
     * @throws io.databot.failure.StateFailure if it is not JSON, or a state that does not fit the format
     */
    static Optional<State> read(StateText text, Instant readAt) {
        StateScan scan = new StateScan(text);
        try {
            scan.whole();
            return scan.versionIs4 && !scan.foreign ? Optional.of(scan.state(readAt)) : Optional.empty();
        } catch (ScanFailure e) {
            throw text.failure(e);
        } catch (IndexOutOfBoundsException e) {
            throw text.failure(scan.json.cutOff());
        }
    }

    private IndexedState state(Instant readAt) {
        scalars();
        again(outputsAt, this::outputs);
        again(resourcesAt, resources::read);
        StateSnapshot.Header header =
                new StateSnapshot.Header(lineage, serial, text.refusals().origin(), readAt, false);
        return new IndexedState(header, resources.index(), outputs);
    }

    private void whole() {
        json.pastSpace();
        if (json.peek() != '{') {
            json.value();
            json.end();
            throw TopLevel.notAState(text.refusals(), "JSON that is not an object");
        }
        FieldNames.Seen seen = TOP.seen(json, bytes);
        if (json.open('{', '}')) {
            do {
                field(seen.next());
            } while (json.next('}'));
        }
        json.end();
    }

    private void field(String name) {
        switch (name) {
            case "version" -> version();
            case "serial" -> serialAt = passed();
            case "lineage" -> lineageAt = passed();
            case "resources" -> resourcesAt = nowOrLater(resources::read);
            case "outputs" -> outputsAt = nowOrLater(this::outputs);
            default -> {
                foreign |= FOREIGN.contains(name);
                json.value();
            }
        }
    }

    private void version() {
        int start = passed();
        versionIs4 = json.at() == start + 1 && bytes[start] == '4';
    }

    private int passed() {
        int start = json.at();
        json.value();
        return start;
    }

    /** Read at once if the version, which says what it means, stood before; else where it stands. */
    private int nowOrLater(Runnable reading) {
        if (!versionIs4) {
            return passed();
        }
        reading.run();
        return 0;
    }

    private void again(int start, Runnable reading) {
        if (start > 0) {
            json.backTo(start);
            reading.run();
        }
    }

    private void scalars() {
        if (serialAt > 0) {
            serial = serial(serialAt);
        }
        if (lineageAt > 0) {
            if (bytes[lineageAt] != '"') {
                throw ScanFailure.malformed("its lineage is not a text", lineageAt);
            }
            lineage = Texts.of(bytes, lineageAt + 1);
        }
    }

    private long serial(int start) {
        json.backTo(start);
        json.value();
        String number = new String(bytes, start, json.at() - start, StandardCharsets.ISO_8859_1);
        if (number.length() <= MAX_SERIAL_LENGTH && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            BigInteger value = new BigInteger(number);
            if (value.compareTo(MAX_SERIAL) < 0) {
                return value.longValue();
            }
        }
        throw ScanFailure.malformed("its serial is not a whole number of 64 bits", start);
    }

    private void outputs() {
        if (json.peek() == 'n') {
            json.value();
            return;
        }
        if (json.peek() != '{') {
            throw ScanFailure.malformed("outputs is not an object", json.at());
        }
        if (json.open('{', '}')) {
            do {
                int name = json.name();
                if (!output(Texts.of(bytes, name))) {
                    throw new ScanFailure(Fault.DUPLICATE, name);
                }
            } while (json.next('}'));
        }
    }

    private boolean output(String name) {
        if (json.peek() != '{') {
            throw ScanFailure.malformed("an output is not an object", json.at());
        }
        int value = 0;
        boolean sensitive = false;
        FieldNames.Seen seen = OUTPUT.seen(json, bytes);
        if (json.open('{', '}')) {
            do {
                switch (seen.next()) {
                    case "value" -> value = passed();
                    case "sensitive" -> sensitive = flag();
                    default -> json.value();
                }
            } while (json.next('}'));
        }
        if (value == 0) {
            throw ScanFailure.malformed("an output has no value", json.at());
        }
        return outputs.add(name, value, sensitive);
    }

    private boolean flag() {
        int start = passed();
        return switch (bytes[start]) {
            case 't' -> true;
            case 'f', 'n' -> false;
            default -> throw ScanFailure.malformed("an output's sensitive is neither true nor false", start);
        };
    }

    /** The module that stands here, as Terraform prints it. */
    static String standardModule(String written, int at) {
        try {
            return WantedResource.text(Address.parseModule(written));
        } catch (InvalidRequestFailure e) {
            throw ScanFailure.malformed("a resource's module is not a module's address", at);
        }
    }
}
