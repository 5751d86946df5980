package io.databot.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What may change in a tree of JSON from one state to the next. */
final class Change {

    private Change() {}

    /** A copy with one change somewhere: a name or a value is another, or something went. */
    static Object to(Object value, Random random) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return entry(map, random);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<Object> elements = new ArrayList<>(list);
            int at = random.nextInt(elements.size());
            if (random.nextInt(6) == 0) {
                elements.remove(at);
            } else {
                elements.set(at, to(elements.get(at), random));
            }
            return elements;
        }
        return value instanceof String
                ? List.of("first secret", "a longer text", "x").get(random.nextInt(3))
                : value;
    }

    private static Object entry(Map<?, ?> map, Random random) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        int at = random.nextInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (at-- != 0) {
                entries.put(entry.getKey(), entry.getValue());
            } else if (entry.getKey().equals("attributes") && random.nextInt(6) == 0) {
                entries.put("attributes_flat", entry.getValue());
            } else if (random.nextInt(20) > 0) {
                entries.put(entry.getKey(), to(entry.getValue(), random));
            }
        }
        return entries;
    }
}
