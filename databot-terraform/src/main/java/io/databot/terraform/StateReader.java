package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import io.databot.terraform.StateText.Part;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a state of version 4 in one pass. All of the JSON is checked; attributes are kept as parts of the text.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go">Version 4 in Terraform</a>
 */
final class StateReader {

    private static final BigInteger MAX_SERIAL = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final StateText text;
    private final TopLevel top = new TopLevel();
    private long serial;
    private String lineage = "";
    private List<StateInstance> instances = List.of();
    private Map<String, StateValue> outputs = Map.of();
    private Optional<StateFailure> complaint = Optional.empty();
    private Optional<Part> deferredResources = Optional.empty();
    private Optional<Part> deferredOutputs = Optional.empty();

    private StateReader(StateText text) {
        this.text = text;
    }

    /** Reads a state that turns out not to be of version 4. */
    interface OtherFormats {
        State read(StateContent content, StateText text);
    }

    /**
     * Reads the content of a file.
     *
     * @throws io.databot.failure.StateFailure if it is not a state that can be read
     */
    static State read(StateText text, Instant readAt, OtherFormats others) {
        StateReader reader = new StateReader(text);
        StateContent content = reader.readAll();
        if (content != StateContent.VERSION_4) {
            return others.read(content, text);
        }
        String origin = text.refusals().origin();
        StateSnapshot.Header header = new StateSnapshot.Header(reader.lineage, reader.serial, origin, readAt, false);
        return new StateSnapshot(header, reader.instances, reader.outputs);
    }

    private StateContent readAll() {
        Part all = text.all();
        try (JsonParser json = text.parser(all)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                Json.skip(json);
                throw TopLevel.notAState(text.refusals(), "JSON that is not an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                field(name, json, all);
            }
            requireEnd(json);
        } catch (IOException e) {
            throw text.failure(e, all);
        }
        StateContent content = top.versionIsKnown()
                ? top.content(text.refusals())
                : TopLevel.of(text).content(text.refusals());
        if (content == StateContent.VERSION_4) {
            if (complaint.isPresent()) {
                throw complaint.get();
            }
            readDeferred();
        }
        return content;
    }

    private void requireEnd(JsonParser json) {
        try {
            if (json.nextToken() == null) {
                return;
            }
        } catch (IOException e) {
            // What follows is not even JSON.
        }
        throw text.refusals().refuse(Problem.NOT_JSON, "something follows the end of the JSON", Refusals.PULL + ".");
    }

    private void field(String name, JsonParser json, Part all) throws IOException {
        if (!top.versionIsKnown() && isMisfit(name, json.currentToken())) {
            // A listing's outputs may be called anything, and an encrypted state has other values.
            complaint = Optional.of(text.malformed(json, all, "its " + name + " is not one"));
            top.passOver(name, json);
            return;
        }
        switch (name) {
            case "version" -> top.readVersion(json);
            case "serial" -> serial = serial(json, all);
            case "lineage" -> lineage = lineage(json, all);
            case "resources" -> {
                if (top.versionIsKnown()) {
                    instances = ResourceReader.read(text, json, all);
                } else {
                    deferredResources = Optional.of(text.skip(json, all));
                }
            }
            case "outputs" -> {
                if (top.versionIsKnown()) {
                    outputs = OutputReader.read(text, json, all);
                } else {
                    deferredOutputs = Optional.of(text.skip(json, all));
                }
            }
            default -> top.passOver(name, json);
        }
    }

    private static boolean isMisfit(String name, JsonToken token) {
        return (name.equals("serial") && token != JsonToken.VALUE_NUMBER_INT)
                || (name.equals("lineage") && token != JsonToken.VALUE_STRING);
    }

    /** What stood before the version, whose meaning was not known then. */
    private void readDeferred() {
        deferredResources.ifPresent(part -> instances = again(part, json -> ResourceReader.read(text, json, part)));
        deferredOutputs.ifPresent(part -> outputs = again(part, json -> OutputReader.read(text, json, part)));
    }

    private interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    private <T> T again(Part part, Reading<T> reading) {
        try (JsonParser json = text.parser(part)) {
            json.nextToken();
            return reading.read(json);
        } catch (IOException e) {
            throw text.failure(e, part);
        }
    }

    private long serial(JsonParser json, Part all) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= 20) {
            BigInteger value = json.getBigIntegerValue();
            if (value.signum() >= 0 && value.compareTo(MAX_SERIAL) < 0) {
                return value.longValue();
            }
        }
        throw text.malformed(json, all, "its serial is not a whole number of 64 bits");
    }

    private String lineage(JsonParser json, Part all) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw text.malformed(json, all, "its lineage is not a text");
        }
        return json.getText();
    }
}
