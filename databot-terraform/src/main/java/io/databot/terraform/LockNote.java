package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.failure.DatabotException;
import io.databot.state.StateValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Terraform notes beside a local state while it holds its lock. It stays behind when Terraform is killed.
 *
 * @param who user and machine
 * @param operation what is being done
 */
record LockNote(String who, String operation) {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_SHOWN = 100;

    /** The note beside a state file, if there is one. */
    static Optional<LockNote> beside(Path state) {
        Path note = state.resolveSibling("." + state.getFileName() + ".lock.info");
        if (!FileBytes.exist(note)) {
            return Optional.empty();
        }
        StateValue content = content(note);
        return Optional.of(new LockNote(shown(content, "Who"), shown(content, "Operation")));
    }

    /** A note that cannot be read still tells that there is a lock. */
    private static StateValue content(Path note) {
        try {
            byte[] bytes = FileBytes.read(note, MAX_BYTES);
            try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
                return json.nextToken() == null ? StateValue.ofNull() : Values.read(json);
            }
        } catch (IOException | DatabotException e) {
            return StateValue.ofNull();
        }
    }

    private static String shown(StateValue content, String name) {
        return content.entry(name)
                .flatMap(StateValue::string)
                .map(text -> text.replaceAll("[^\\x20-\\x7e]", "?"))
                .map(text -> text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN))
                .filter(text -> !text.isBlank())
                .orElse("unknown");
    }
}
