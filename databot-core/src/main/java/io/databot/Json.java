package io.databot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Jackson with the modules that it finds on the class path. */
final class Json {

    /** Found once, at the first use; a configured mapper is thread-safe. */
    private static final class Holder {
        static final ObjectMapper MAPPER = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .findAndRegisterModules();
    }

    private Json() {}

    static byte[] write(Object value) {
        try {
            return Holder.MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new InvalidRequestFailure(
                    FailureDetails.of(
                            "write JSON",
                            value.getClass().getName(),
                            "Jackson cannot write it",
                            "See the cause, or write text of your own."),
                    e);
        }
    }

    /** @throws IOException if it is not JSON of the type; the JSON {@code null} is of none */
    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        @Nullable T value = Holder.MAPPER.readValue(bytes, type);
        if (value == null) {
            throw new IOException("it is null");
        }
        return value;
    }
}
