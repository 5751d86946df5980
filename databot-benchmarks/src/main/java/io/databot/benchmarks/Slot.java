package io.databot.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** A part of a template that differs from instance to instance. */
enum Slot {
    PROJECT,
    UNIT,
    KEY,
    PREFIX,
    SUFFIX,
    OCTET,
    HEX,
    UUID,
    ETAG,
    BASE64,
    CREATED,
    UPDATED,
    DIGITS12,
    DIGITS19,
    DIGITS21;

    private static final Instant YEAR = Instant.parse("2025-01-01T00:00:00.000Z");

    static Slot of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The text at one place: the same slot of the same instance always gives the same. */
    String text(Place place) {
        return switch (this) {
            case PROJECT -> "acme-robots-prod";
            case UNIT -> place.unit().id();
            case KEY -> place.key();
            case PREFIX -> place.unit().dependencyPrefix();
            case SUFFIX -> place.unit().suffix();
            default -> random(new SplittableRandom((place.instance() << Integer.SIZE) ^ name().hashCode()));
        };
    }

    private String random(SplittableRandom random) {
        return switch (this) {
            case OCTET -> Integer.toString(random.nextInt(256));
            case HEX -> String.format(Locale.ROOT, "%010x", random.nextLong(1L << 40));
            case UUID -> new UUID(random.nextLong(), random.nextLong()).toString();
            case ETAG -> base64(random, 12);
            case BASE64 -> base64(random, 84);
            case CREATED, UPDATED ->
                YEAR.plus(random.nextLong(365L * 86_400_000), ChronoUnit.MILLIS).toString();
            case DIGITS12 -> digits(random, 12);
            case DIGITS19 -> digits(random, 19);
            default -> digits(random, 21);
        };
    }

    private static String base64(SplittableRandom random, int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getEncoder().encodeToString(raw);
    }

    private static String digits(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder().append(1 + random.nextInt(9));
        while (text.length() < count) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }
}
