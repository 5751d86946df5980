package io.databot.terraform;

import java.util.Arrays;
import java.util.Random;

/** What may happen to the bytes of a file. */
final class Damage {

    /** Bytes that mean something in JSON or in UTF-8. */
    private static final byte[] TELLING =
            "{}[]\",:\\/u0e1-. \n\0tnf\u007f".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Damage() {}

    /** A copy with one to three changes: a bit or byte changed, a part cut, doubled or moved, the end cut off. */
    static byte[] to(byte[] bytes, Random random) {
        byte[] damaged = bytes;
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 0; times--) {
            damaged = once(damaged, random);
        }
        return damaged;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(1 + random.nextInt(60)));
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        byte[] whole = bytes.clone();
        return switch (random.nextInt(7)) {
            case 0 -> {
                whole[from] ^= (byte) (1 << random.nextInt(8));
                yield whole;
            }
            case 1 -> {
                whole[from] = TELLING[random.nextInt(TELLING.length)];
                yield whole;
            }
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> replaced(bytes, from, from, part);
            case 4 -> replaced(bytes, from, from, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            case 5 -> replaced(bytes, random.nextInt(bytes.length), bytes.length, new byte[0]);
            default -> {
                int target = random.nextInt(bytes.length);
                yield replaced(bytes, target, Math.min(bytes.length, target + part.length), part);
            }
        };
    }

    /** The bytes with others in place of a part. */
    private static byte[] replaced(byte[] bytes, int from, int to, byte[] others) {
        byte[] result = new byte[bytes.length - (to - from) + others.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(others, 0, result, from, others.length);
        System.arraycopy(bytes, to, result, from + others.length, bytes.length - to);
        return result;
    }
}
