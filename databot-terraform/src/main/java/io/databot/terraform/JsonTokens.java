package io.databot.terraform;

import io.databot.terraform.ScanFailure.Fault;

/**
 * Goes past single things of JSON: white space, texts, numbers, words. Each takes the place where one begins and gives the
 * place behind it. Every fault is a {@link ScanFailure}; reading behind the end is left to the JVM, as in {@link JsonScan}.
 */
final class JsonTokens {

    private static final int EXPONENT_DIGITS = 9;

    private final byte[] bytes;
    /** The last place where a whole word can be read. */
    private final int lastWord;

    private int escapes;

    JsonTokens(byte[] bytes) {
        this.bytes = bytes;
        this.lastWord = bytes.length - Words.SIZE;
    }

    /** How many escapes there were in all texts so far. */
    int escapes() {
        return escapes;
    }

    ScanFailure failure(Fault fault, int where) {
        return new ScanFailure(where >= bytes.length ? Fault.CUT_OFF : fault, Math.min(where, bytes.length));
    }

    int space(int from) {
        int i = from;
        byte c = bytes[i];
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            i++;
            while (i <= lastWord && Words.at(bytes, i) == Words.SPACES) {
                i += Words.SIZE;
            }
            c = bytes[i];
        }
        return i;
    }

    /** The closing quote of the text that begins here. */
    int textEnd(int from) {
        int i = from;
        while (true) {
            while (i <= lastWord) {
                long special = Words.special(Words.at(bytes, i));
                if (special != 0) {
                    i += Words.first(special);
                    break;
                }
                i += Words.SIZE;
            }
            byte c = bytes[i];
            if (c == '"') {
                return i;
            }
            i = c > '\\' || (c >= ' ' && c < '\\') ? i + 1 : special(c, i);
        }
    }

    private int special(byte c, int at) {
        if (c == '\\') {
            return escape(at);
        }
        if (c >= 0) {
            throw failure(Fault.NOT_JSON, at);
        }
        int length = Utf8.sequence(bytes, at);
        if (length == 0) {
            throw new ScanFailure(Utf8.endsInsideCharacter(bytes, at) ? Fault.CUT_OFF : Fault.NOT_UTF8, at);
        }
        return at + length;
    }

    private int escape(int backslash) {
        escapes++;
        byte c = bytes[backslash + 1];
        switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return backslash + 2;
            }
            case 'u' -> {
                for (int i = backslash + 2; i < backslash + 6; i++) {
                    if (Character.digit(bytes[i], 16) < 0) {
                        throw failure(Fault.NOT_JSON, i);
                    }
                }
                return backslash + 6;
            }
            default -> throw failure(Fault.NOT_JSON, backslash + 1);
        }
    }

    /** What is no text, object or array. */
    int scalar(byte c, int from) {
        return switch (c) {
            case 't' -> word(from, "true");
            case 'f' -> word(from, "false");
            case 'n' -> word(from, "null");
            default -> number(from);
        };
    }

    private int word(int from, String word) {
        for (int i = 1; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                throw failure(Fault.NOT_JSON, from + i);
            }
        }
        return from + word.length();
    }

    private int number(int from) {
        int i = bytes[from] == '-' ? from + 1 : from;
        int whole = i;
        i = digits(i);
        if (bytes[whole] == '0' && i > whole + 1) {
            throw failure(Fault.NOT_JSON, whole + 1);
        }
        int fraction = 0;
        if (i < bytes.length && bytes[i] == '.') {
            int point = i;
            i = digits(i + 1);
            fraction = i - point - 1;
        }
        if (i - from > Json.MAX_DIGITS) {
            throw failure(Fault.TOO_MANY_DIGITS, from);
        }
        return i < bytes.length && (bytes[i] | 0x20) == 'e' ? exponent(i, fraction) : i;
    }

    private int digits(int from) {
        int i = from;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (i == from) {
            throw failure(Fault.NOT_JSON, from);
        }
        return i;
    }

    /** The number counts as long as it would be when written in full. */
    private int exponent(int e, int fraction) {
        byte sign = bytes[e + 1];
        int start = sign == '+' || sign == '-' ? e + 2 : e + 1;
        int end = digits(start);
        if (end - start > EXPONENT_DIGITS) {
            throw failure(Fault.TOO_MANY_DIGITS, e);
        }
        long exponent = 0;
        for (int i = start; i < end; i++) {
            exponent = exponent * 10 + bytes[i] - '0';
        }
        long scale = fraction + (sign == '-' ? exponent : -exponent);
        if (Math.abs(scale) > Json.MAX_DIGITS) {
            throw failure(Fault.TOO_MANY_DIGITS, e);
        }
        return end;
    }
}
