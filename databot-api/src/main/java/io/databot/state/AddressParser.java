package io.databot.state;

import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads addresses and queries from left to right; every refusal names the column, counted from 1. */
final class AddressParser {

    /** So many digits may be too many for a long. */
    private static final int SURE_DIGITS = 19;

    private static final boolean[] ASCII_IN_NAMES = new boolean[0x80];

    static {
        for (int c = 0; c < ASCII_IN_NAMES.length; c++) {
            ASCII_IN_NAMES[c] = isPartOfName(c);
        }
    }

    private final String text;
    private String operation = "read address";
    private String remedy = "Write it as terraform state list prints it, then .attribute.";
    private int at;

    AddressParser(String text) {
        this.text = text;
    }

    Address wholeAddress() {
        Address address = address();
        requireEnd();
        return address;
    }

    List<Address.ModuleStep> wholeModule() {
        List<Address.ModuleStep> steps = modules();
        requireEnd();
        return steps;
    }

    StateQuery wholeQuery() {
        if (take("output.")) {
            String name = name("an output's name");
            return new StateQuery(Optional.of(name), Optional.empty(), path());
        }
        Address address = address();
        return new StateQuery(Optional.empty(), Optional.of(address), path());
    }

    List<StateQuery.Step> wholePath() {
        operation = "read path";
        remedy = "Write an attribute's name, then .name, [\"key\"] or [0] for what is in it.";
        List<StateQuery.Step> steps = new ArrayList<>();
        if (peek() != '[') {
            steps.add(afterDot());
        }
        steps.addAll(path());
        return steps;
    }

    private Address address() {
        List<Address.ModuleStep> modules = modules();
        if (!modules.isEmpty()) {
            expect('.');
        }
        ResourceMode mode = take("data.") ? ResourceMode.DATA : ResourceMode.MANAGED;
        String type = name("a resource type");
        expect('.');
        String name = name("a resource's name");
        return new Address(modules, mode, type, name, key());
    }

    private List<Address.ModuleStep> modules() {
        List<Address.ModuleStep> steps = new ArrayList<>();
        int before = at;
        while (take("module.")) {
            String name = name("a module's name");
            steps.add(new Address.ModuleStep(name, key()));
            before = at;
            if (!take(".")) {
                return steps;
            }
        }
        at = before;
        return steps;
    }

    private InstanceKey key() {
        if (!take("[")) {
            return InstanceKey.NONE;
        }
        InstanceKey key = peek() == '"' ? InstanceKey.of(quoted()) : InstanceKey.of(number());
        expect(']');
        return key;
    }

    private List<StateQuery.Step> path() {
        List<StateQuery.Step> steps = new ArrayList<>();
        while (at < text.length()) {
            if (take(".")) {
                steps.add(afterDot());
            } else {
                expect('[');
                steps.add(peek() == '"' ? new StateQuery.Field(quoted()) : new StateQuery.Element(number()));
                expect(']');
            }
        }
        return steps;
    }

    private StateQuery.Step afterDot() {
        return isDigit(peek()) ? new StateQuery.Element(number()) : new StateQuery.Field(name("an attribute's name"));
    }

    private String name(String what) {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ASCII_IN_NAMES.length) {
                if (!ASCII_IN_NAMES[c]) {
                    break;
                }
                at++;
            } else if (isPartOfName(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                break;
            }
        }
        if (start == at) {
            throw refuse("here stands " + what);
        }
        return text.substring(start, at);
    }

    /** Unicode's ID_Continue, and the hyphen. */
    private static boolean isPartOfName(int c) {
        return c == '-' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** Whether a path may have it right after a dot, where digits begin a position. */
    static boolean isName(String text) {
        return !text.isEmpty() && !isDigit(text.charAt(0)) && text.codePoints().allMatch(AddressParser::isPartOfName);
    }

    private long number() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        if (at > start && at - start < SURE_DIGITS) {
            return small(start);
        }
        try {
            return Long.parseLong(text, start, at, 10);
        } catch (NumberFormatException e) {
            at = start;
            throw refuse("here stands a number of at most 19 digits or a text in double quotes");
        }
    }

    private long small(int start) {
        long number = 0;
        for (int i = start; i < at; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** ASCII's only, as in HCL: {@link Long#parseLong} would take those of other scripts. */
    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String quoted() {
        expect('"');
        int end = plainEnd();
        if (end > 0) {
            String plain = text.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            if (at >= text.length()) {
                throw refuse("the quoted text has no end");
            }
            boolean doubled = text.startsWith("$${", at) || text.startsWith("%%{", at);
            if (doubled) {
                at++;
            }
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    /** The closing quote, if nothing before it stands for anything but itself; else 0. */
    private int plainEnd() {
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\' || c == '$' || c == '%') {
                return 0;
            }
        }
        return 0;
    }

    private void escape(StringBuilder value) {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\' -> value.append(c);
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> value.appendCodePoint(hex(4));
            case 'U' -> value.appendCodePoint(hex(8));
            default -> {
                at--;
                throw refuse("after a backslash stands one of \" \\ n r t u U");
            }
        }
    }

    private int hex(int digits) {
        int end = at + digits;
        if (end <= text.length() && text.substring(at, end).chars().allMatch(HexFormat::isHexDigit)) {
            long point = Long.parseLong(text, at, end, 16);
            if (Character.isValidCodePoint((int) point) && point <= Character.MAX_CODE_POINT) {
                at = end;
                return (int) point;
            }
        }
        throw refuse("here stand " + digits + " hex digits of a Unicode code point");
    }

    private boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (peek() != expected || at >= text.length()) {
            throw refuse("here stands '" + expected + "'");
        }
        at++;
    }

    /** The next character; NUL at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void requireEnd() {
        if (at < text.length()) {
            throw refuse("the address ends here");
        }
    }

    private InvalidRequestFailure refuse(String expectation) {
        return new InvalidRequestFailure(
                FailureDetails.of(operation, HclQuote.quote(text), "column " + (at + 1) + ": " + expectation, remedy));
    }
}
