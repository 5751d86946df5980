package io.databot.terraform;

import io.databot.state.InstanceKey;

/**
 * A key that is looked for.
 *
 * @param kind whether it is a number or a text
 * @param number its value, if it is a number
 * @param text its value, if it is a text
 */
record WantedKey(Kind kind, long number, Pool.Wanted text) {

    enum Kind {
        NONE,
        NUMBER,
        TEXT
    }

    private static final Pool.Wanted NO_TEXT = Pool.Wanted.of("");
    private static final long NONE_HASH = 1;

    static final WantedKey NONE = new WantedKey(Kind.NONE, 0, NO_TEXT);

    static WantedKey of(InstanceKey key) {
        if (key instanceof InstanceKey.Index index) {
            return new WantedKey(Kind.NUMBER, index.value(), NO_TEXT);
        }
        return key instanceof InstanceKey.Name name ? new WantedKey(Kind.TEXT, 0, Pool.Wanted.of(name.value())) : NONE;
    }

    long hash() {
        return switch (kind) {
            case NONE -> NONE_HASH;
            case NUMBER -> numberHash(number);
            case TEXT -> text.hash();
        };
    }

    static long numberHash(long number) {
        return Hashes.mix(2, number);
    }
}
