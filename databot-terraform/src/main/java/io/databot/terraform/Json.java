package io.databot.terraform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * How JSON is read here: every digit of numbers, no name twice in one object, nothing that could exhaust the stack.
 *
 * <p>The length of texts needs no limit of its own: the size of the file is limited before it is read.
 */
final class Json {

    static final int MAX_DEPTH = 1_000;
    /** Terraform writes numbers in full: 1e20000 is 20,001 digits. */
    static final int MAX_DIGITS = 100_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Json() {}

    static JsonParser parser(byte[] bytes, int from, int to) throws IOException {
        return FACTORY.createParser(bytes, from, to - from);
    }

    /** Passes over the value at hand, checking all that is in it. */
    static void skip(JsonParser json) throws IOException {
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                number(json);
            }
        } while (depth > 0 && json.nextToken() != null);
    }

    /** The number at hand, exact. */
    static BigDecimal number(JsonParser json) throws IOException {
        try {
            BigDecimal number = json.getDecimalValue();
            if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw tooManyDigits();
        }
        throw tooManyDigits();
    }

    private static StreamConstraintsException tooManyDigits() {
        return new StreamConstraintsException("number of more than " + MAX_DIGITS + " digits");
    }
}
