package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.failure.InvalidRequestFailure;
import io.databot.state.Address;
import io.databot.state.Address.ModuleStep;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.StateInstance;
import io.databot.terraform.StateText.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the list {@code resources}. One resource may be split over several of its blocks. */
final class ResourceReader {

    private final StateText text;
    private final JsonParser json;
    private final Part within;
    private final List<StateInstance> instances = new ArrayList<>();
    private final Set<Identity> seen = new HashSet<>();
    private final Secrets secrets = new Secrets();
    private final Map<String, List<ModuleStep>> modules = new HashMap<>();

    private record Identity(Address address, Optional<String> deposedKey) {}

    /** The fields of one block, in whatever order they come. */
    private static final class Block {
        private String module = "";
        private String mode = "";
        private String type = "";
        private String name = "";
        private List<RawInstance> instances = List.of();
    }

    private ResourceReader(StateText text, JsonParser json, Part within) {
        this.text = text;
        this.json = json;
        this.within = within;
    }

    /** Reads the value at hand. */
    static List<StateInstance> read(StateText text, JsonParser json, Part within) throws IOException {
        return new ResourceReader(text, json, within).read();
    }

    private List<StateInstance> read() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            require(JsonToken.START_ARRAY, "resources is not a list");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(JsonToken.START_OBJECT, "a resource is not an object");
                block();
            }
        }
        return instances;
    }

    private void block() throws IOException {
        Block block = new Block();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "module" -> block.module = name();
                case "mode" -> block.mode = name();
                case "type" -> block.type = name();
                case "name" -> block.name = name();
                case "instances" -> block.instances = instances();
                default -> Json.skip(json);
            }
        }
        Address resource = address(block);
        for (RawInstance raw : block.instances) {
            Address address = resource.withKey(raw.key());
            if (!seen.add(new Identity(address, raw.deposedKey()))) {
                throw text.malformed(json, within, address + " stands twice in the state");
            }
            LazyInstance instance = new LazyInstance(address, raw, text, secrets);
            instances.add(instance);
            if (raw.sensitive().isPresent() || KnownSecrets.mainlyHolds(address)) {
                secrets.add(instance);
            }
        }
    }

    private List<RawInstance> instances() throws IOException {
        List<RawInstance> found = new ArrayList<>();
        if (json.currentToken() != JsonToken.VALUE_NULL) {
            require(JsonToken.START_ARRAY, "a resource's instances are not a list");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                found.add(InstanceReader.read(text, json, within));
            }
        }
        return found;
    }

    private String name() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        require(JsonToken.VALUE_STRING, "a resource's module, mode, type or name is not a text");
        return Values.wellFormed(json.getText());
    }

    private Address address(Block block) throws IOException {
        ResourceMode mode = switch (block.mode) {
            case "managed" -> ResourceMode.MANAGED;
            case "data" -> ResourceMode.DATA;
            default -> throw text.malformed(json, within, "a resource's mode is neither \"managed\" nor \"data\"");
        };
        if (!isName(block.type) || !isName(block.name)) {
            throw text.malformed(json, within, "a resource's type or name is missing, or is not a name");
        }
        return new Address(module(block.module), mode, block.type, block.name, InstanceKey.NONE);
    }

    private List<ModuleStep> module(String address) {
        List<ModuleStep> known = modules.get(address);
        if (known == null) {
            known = parsedModule(address);
            modules.put(address, known);
        }
        return known;
    }

    private List<ModuleStep> parsedModule(String address) {
        try {
            return Address.parseModule(address);
        } catch (InvalidRequestFailure e) {
            throw text.malformed(json, within, "a resource's module is not a module's address");
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(ResourceReader::isPartOfName);
    }

    private static boolean isPartOfName(int c) {
        return c == '-' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private void require(JsonToken token, String complaint) {
        if (json.currentToken() != token) {
            throw text.malformed(json, within, complaint);
        }
    }
}
