package io.databot.terraform;

import io.databot.state.ResourceMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The addresses of one resource after the other, put together where the last one was, for their hashes. */
final class PrintedAddress {

    /** What stands before the type of a data source. */
    static final byte[] DATA = {'d', 'a', 't', 'a', '.'};

    private byte[] text = new byte[256];
    private int moduleEnd;
    private int end;

    /** What follows is in the root module. */
    void rootModule() {
        moduleEnd = 0;
    }

    /** What follows is in this module. */
    void module(String address) {
        byte[] module = address.getBytes(StandardCharsets.UTF_8);
        end = 0;
        append(module, 0, module.length);
        append('.');
        moduleEnd = end;
    }

    /** The hash of a resource's address, as {@link WantedResource#hash}. */
    long hash(KindOfResource kind, byte[] bytes, int nameAt) {
        end = moduleEnd;
        if (kind.mode() == ResourceMode.DATA) {
            append(DATA, 0, DATA.length);
        }
        append(kind.ascii(), 0, kind.ascii().length);
        append('.');
        int nameEnd = Texts.plainEnd(bytes, nameAt);
        if (bytes[nameEnd] == '"') {
            append(bytes, nameAt, nameEnd);
        } else {
            byte[] name = Texts.of(bytes, nameAt).getBytes(StandardCharsets.UTF_8);
            append(name, 0, name.length);
        }
        return Hashes.of(text, 0, end);
    }

    private void append(char c) {
        grow(1);
        text[end++] = (byte) c;
    }

    private void append(byte[] bytes, int from, int to) {
        grow(to - from);
        System.arraycopy(bytes, from, text, end, to - from);
        end += to - from;
    }

    private void grow(int more) {
        if (end + more > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, end + more));
        }
    }
}
