package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import java.io.IOException;

/** The bytes of one state file, known to be UTF-8; and what is wrong with them, in words that do not quote them. */
final class StateText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

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
        int start = hasByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        if (isBlank(bytes, start)) {
            throw refusals.refuse(
                    Problem.EMPTY,
                    "the file is empty",
                    "Terraform may be writing it now: try again. If it stays so, run terraform apply, or restore it from"
                            + " its backend or a backup.");
        }
        ForeignContent.binary(bytes).ifPresent(foreign -> {
            throw refusals.refuse(Problem.NOT_JSON, "it is " + foreign.what() + ", not a state", foreign.remedy());
        });
        return new StateText(bytes, start, refusals);
    }

    private static boolean isBlank(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (!isBlank(bytes[i])) {
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

    /** Where the text begins: behind the byte order mark, if there is one. */
    int start() {
        return start;
    }

    /** For what a {@link StateScan} has passed over. */
    JsonParser parser() throws IOException {
        return Json.parser(bytes, start, bytes.length);
    }

    /** What is wrong where the scan stopped. */
    StateFailure failure(ScanFailure e) {
        int at = e.at();
        return switch (e.fault()) {
            case MALFORMED -> refusals.malformed(e.reason() + place(at));
            case TOO_DEEP, TOO_MANY_DIGITS -> beyondLimits(at);
            case DUPLICATE -> refusals.malformed("a name stands twice in one object" + place(at));
            case MORE -> notJson("something follows the end of the JSON");
            case CUT_OFF -> cutOff();
            case NOT_UTF8, NOT_JSON -> notJson("it is not JSON" + place(at));
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

    private StateFailure notJson(String otherwise) {
        int invalid = Utf8.firstInvalid(bytes);
        if (invalid >= 0) {
            return notUtf8(invalid);
        }
        return ForeignContent.text(bytes)
                .map(foreign -> refusals.refuse(
                        Problem.NOT_JSON, "it is " + foreign.what() + ", not a state", foreign.remedy()))
                .orElseGet(() -> refusals.refuse(Problem.NOT_JSON, otherwise, Refusals.PULL + "."));
    }

    private StateFailure beyondLimits(long at) {
        return refusals.malformed("it is nested deeper than " + Json.MAX_DEPTH
                + " levels, or holds a number of more than " + Json.MAX_DIGITS + " digits" + place(at));
    }

    /** The parser's own exception quotes the text, so that it is not the cause. */
    StateFailure failure(IOException e) {
        return notJson("it is JSON that cannot be read (" + e.getClass().getSimpleName() + ")");
    }

    private static String place(long at) {
        return at < 0 ? "" : ", at byte " + at;
    }
}
