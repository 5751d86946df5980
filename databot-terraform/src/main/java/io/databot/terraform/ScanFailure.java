package io.databot.terraform;

/** Why a scan stopped, and where. Made for each faulty file, so that it has no stack trace. */
final class ScanFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    enum Fault {
        /** The text ends in the middle. */
        CUT_OFF,
        /** It is not JSON (RFC 8259). */
        NOT_JSON,
        /** A text holds bytes that are no UTF-8 (RFC 3629). */
        NOT_UTF8,
        /** It is nested too deep. */
        TOO_DEEP,
        /** A number has too many digits. */
        TOO_MANY_DIGITS,
        /** A name stands twice in one object. */
        DUPLICATE,
        /** Something follows the end of the JSON. */
        MORE,
        /** It is JSON that does not fit the format; the reason says where. */
        MALFORMED
    }

    private final Fault fault;
    private final int at;

    ScanFailure(Fault fault, int at) {
        this(fault, at, fault.name());
    }

    private ScanFailure(Fault fault, int at, String reason) {
        super(reason, null, false, false);
        this.fault = fault;
        this.at = at;
    }

    /** JSON that does not fit the format. */
    static ScanFailure malformed(String reason, int at) {
        return new ScanFailure(Fault.MALFORMED, at, reason);
    }

    Fault fault() {
        return fault;
    }

    /** The offset of the byte that is wrong. */
    int at() {
        return at;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
