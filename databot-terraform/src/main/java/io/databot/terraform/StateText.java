package io.databot.terraform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;

/** The bytes of one state file, known to be UTF-8; and what is wrong with them, in words that do not quote them. */
final class StateText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** The longest word of JSON is {@code false}; the parser may stand a little before or behind it. */
    private static final int LONGEST_WORD = 8;

    private final byte[] bytes;
    private final int start;
    private final Refusals refusals;

    private StateText(byte[] bytes, int start, Refusals refusals) {
        this.bytes = bytes;
        this.start = start;
        this.refusals = refusals;
    }

    /**
     * Takes the bytes over. Whether they are UTF-8 is for the scan to find out.
     *
     * @throws StateFailure if they are none, or of a kind that is no text
     */
    static StateText of(byte[] bytes, Refusals refusals) {
        if (isBlank(bytes)) {
            throw refusals.refuse(
                    Problem.EMPTY,
                    "the file is empty",
                    "Terraform may be writing it now: try again. If it stays so, run terraform apply, or restore it from"
                            + " its backend or a backup.");
        }
        ForeignContent.binary(bytes).ifPresent(foreign -> {
            throw refusals.refuse(Problem.NOT_JSON, "it is " + foreign.what() + ", not a state", foreign.remedy());
        });
        return new StateText(bytes, hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0, refusals);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (!isBlank(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** PowerShell puts one before the UTF-8 that it writes. */
    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length > 2
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    byte[] bytes() {
        return bytes;
    }

    Refusals refusals() {
        return refusals;
    }

    /** Reads all of it. Offsets of this parser and of the parts' count from the start of the file. */
    Part all() {
        return new Part(start, bytes.length);
    }

    /**
     * A part of the text, as offsets into the file.
     *
     * @param from its first byte
     * @param to the byte after its last
     */
    record Part(int from, int to) {}

    JsonParser parser(Part part) throws IOException {
        return Json.parser(bytes, part.from, part.to);
    }

    /**
     * Passes over the value at hand, checking it.
     *
     * @param within the part that the parser reads
     * @return where the value stands
     */
    Part skip(JsonParser json, Part within) throws IOException {
        int from = within.from + (int) json.currentTokenLocation().getByteOffset();
        Json.skip(json);
        json.finishToken();
        return new Part(from, within.from + (int) json.currentLocation().getByteOffset());
    }

    /** A part of the state, right before where the parser is, does not fit the format. */
    StateFailure malformed(JsonParser json, Part within, String reason) {
        return refusals.malformed(
                reason + place(within.from + json.currentLocation().getByteOffset()));
    }

    /** What is wrong where the scan stopped. */
    StateFailure failure(ScanFailure e) {
        int at = e.at();
        return switch (e.fault()) {
            case MALFORMED -> refusals.malformed(e.reason() + place(at));
            case TOO_DEEP, TOO_MANY_DIGITS -> beyondLimits(at);
            case DUPLICATE -> refusals.malformed("a name stands twice in one object" + place(at));
            case MORE ->
                refusals.refuse(Problem.NOT_JSON, "something follows the end of the JSON", Refusals.PULL + ".");
            case CUT_OFF -> cutOff();
            case NOT_UTF8, NOT_JSON -> notJson(at);
        };
    }

    private StateFailure cutOff() {
        int invalid = Utf8.firstInvalid(bytes);
        return invalid >= 0 && !Utf8.endsInsideCharacter(bytes, invalid)
                ? notUtf8(invalid)
                : refusals.truncated("the file ends in the middle, after " + bytes.length + " bytes");
    }

    private StateFailure notUtf8(int at) {
        return refusals.refuse(Problem.NOT_JSON, "it is not UTF-8 at byte " + at, Refusals.PULL + ".");
    }

    private StateFailure notJson(int at) {
        int invalid = Utf8.firstInvalid(bytes);
        if (invalid >= 0) {
            return notUtf8(invalid);
        }
        return ForeignContent.text(bytes)
                .map(foreign -> refusals.refuse(
                        Problem.NOT_JSON, "it is " + foreign.what() + ", not a state", foreign.remedy()))
                .orElseGet(() -> refusals.refuse(Problem.NOT_JSON, "it is not JSON" + place(at), Refusals.PULL + "."));
    }

    private StateFailure beyondLimits(long at) {
        return refusals.malformed("it is nested deeper than " + Json.MAX_DEPTH
                + " levels, or holds a number of more than " + Json.MAX_DIGITS + " digits" + place(at));
    }

    /** What is wrong where the parser stopped. The parser's own exception quotes the text, so it is not the cause. */
    StateFailure failure(IOException e, Part within) {
        long at = e instanceof JacksonException json && json.getLocation() != null
                ? within.from + json.getLocation().getByteOffset()
                : -1;
        if (e instanceof StreamConstraintsException) {
            return refusals.malformed("it is nested deeper than " + Json.MAX_DEPTH
                    + " levels, or holds a number of more than " + Json.MAX_DIGITS + " digits" + place(at));
        }
        if (e instanceof JsonEOFException || isCutOff(at)) {
            return refusals.truncated("the file ends in the middle, after " + bytes.length + " bytes");
        }
        if (String.valueOf(e.getMessage()).startsWith("Duplicate")) {
            return refusals.malformed("a name stands twice in one object" + place(at));
        }
        return ForeignContent.text(bytes)
                .map(foreign -> refusals.refuse(
                        Problem.NOT_JSON, "it is " + foreign.what() + ", not a state", foreign.remedy()))
                .orElseGet(() -> refusals.refuse(Problem.NOT_JSON, "it is not JSON" + place(at), Refusals.PULL + "."));
    }

    /** Half a word or half a number at the end is an error to the parser like any other. */
    private boolean isCutOff(long at) {
        return at >= bytes.length - LONGEST_WORD && bytes[bytes.length - 1] != '}' && beginsAsObject();
    }

    private boolean beginsAsObject() {
        int at = start;
        while (at < bytes.length - 1 && isBlank(bytes[at])) {
            at++;
        }
        return bytes[at] == '{';
    }

    private static String place(long at) {
        return at < 0 ? "" : ", at byte " + at;
    }
}
