package io.databot.examples.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All links from one item to another, which are drawn as one line.
 *
 * @param from where it begins
 * @param to where it points
 * @param labels what stands beside it
 */
record Line(Item from, Item to, List<String> labels) {

    private record Ends(Item from, Item to) {}

    static List<Line> of(List<Link> links) {
        Map<Ends, Line> lines = new LinkedHashMap<>();
        for (Link link : links) {
            lines.computeIfAbsent(
                            new Ends(link.from(), link.to()),
                            ends -> new Line(ends.from(), ends.to(), new ArrayList<>()))
                    .labels()
                    .add(link.label());
        }
        return List.copyOf(lines.values());
    }
}
