package io.databot.examples.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An inventory as an SVG element: what runs on the left, the service accounts in the middle, the buckets on the right, and
 * lines from what uses to what is used. Its colours are the page's.
 */
final class Picture {

    private static final List<List<Kind>> COLUMNS = List.of(
            List.of(Kind.WORKBENCH, Kind.SERVICE, Kind.JOB), List.of(Kind.SERVICE_ACCOUNT), List.of(Kind.BUCKET));
    private static final int WIDTH = 236;
    private static final int HEIGHT = 64;
    private static final int GAP = 22;
    private static final int BETWEEN = 232;
    /** The straight end of a line, beside which its labels stand. */
    private static final int STRAIGHT = 164;

    private static final int MOST_LABELS = 3;
    private static final int MARGIN = 4;

    /** A node's upper left corner, and its column. */
    private record Spot(int column, int x, int y) {

        int right() {
            return x + WIDTH;
        }
    }

    private final Inventory inventory;
    private final Map<Item, Spot> spots = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private Picture(Inventory inventory) {
        this.inventory = inventory;
    }

    static String of(Inventory inventory) {
        return new Picture(inventory).draw();
    }

    private String draw() {
        List<List<Item>> columns = columns();
        int tallest = columns.stream().mapToInt(List::size).max().orElse(0);
        int height = 2 * MARGIN + tallest * (HEIGHT + GAP) - GAP;
        int width = 2 * MARGIN + columns.size() * (WIDTH + BETWEEN) - BETWEEN;
        for (int column = 0; column < columns.size(); column++) {
            place(columns.get(column), column, height);
        }
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" style=\"min-width:%dpx;max-width:%dpx\" role=\"img\""
                        + " aria-label=\"What runs, as whom, and what it may use\">\n",
                width,
                height,
                width * 3 / 4,
                width * 5 / 4));
        svg.append(
                "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>\n");
        Line.of(inventory.links()).forEach(this::line);
        columns.forEach(column -> column.forEach(this::node));
        return svg.append("</svg>\n").toString();
    }

    /** The items column by column; a column without any is left out. */
    private List<List<Item>> columns() {
        return COLUMNS.stream()
                .map(kinds -> kinds.stream()
                        .flatMap(kind -> inventory.all(kind).stream())
                        .toList())
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private void place(List<Item> column, int number, int height) {
        int x = MARGIN + number * (WIDTH + BETWEEN);
        int y = (height - column.size() * (HEIGHT + GAP) + GAP) / 2;
        for (Item item : column) {
            spots.put(item, new Spot(number, x, y));
            y += HEIGHT + GAP;
        }
    }

    // To the right lines run in the upper part of the nodes, to the left in the lower part, so that they do not meet.
    private void line(Line line) {
        Spot from = spot(line.from());
        Spot to = spot(line.to());
        boolean forward = from.column() < to.column();
        int x1 = forward ? from.right() : from.x();
        int x2 = forward ? to.x() : to.right();
        int shift = forward ? HEIGHT * 2 / 5 : HEIGHT * 4 / 5;
        int y1 = from.y() + shift;
        int y2 = to.y() + shift;
        int turn = forward ? x2 - STRAIGHT : x2 + STRAIGHT;
        int middle = (x1 + turn) / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<path class=\"line\" d=\"M%d %dC%d %d %d %d %d %dH%d\" marker-end=\"url(#tip)\"/>\n",
                x1,
                y1,
                middle,
                y1,
                middle,
                y2,
                turn,
                y2,
                x2));
        // Beside the tip: above the line, or below it where it runs to the left.
        List<String> labels = few(line.labels());
        for (int i = 0; i < labels.size(); i++) {
            if (forward) {
                label(labels.get(i), "end", x2 - 10, y2 - 6 - 13 * i);
            } else {
                label(labels.get(i), "start", x2 + 10, y2 + 15 + 13 * i);
            }
        }
    }

    private static List<String> few(List<String> labels) {
        if (labels.size() <= MOST_LABELS) {
            return labels;
        }
        int shown = MOST_LABELS - 1;
        return List.of(labels.get(0), labels.get(1), "and " + (labels.size() - shown) + " more");
    }

    private void label(String label, String anchor, int x, int y) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"label\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                Html.text(Plain.shortened(label, 27))));
    }

    private Spot spot(Item item) {
        return Objects.requireNonNull(spots.get(item), "every item has a place");
    }

    private void node(Item item) {
        Spot spot = spot(item);
        svg.append("<g class=\"node ").append(item.kind().plural()).append("\" transform=\"translate(");
        svg.append(spot.x()).append(' ').append(spot.y()).append(")\"><title>");
        svg.append(Html.text(item.address().toString())).append("</title>");
        svg.append("<rect width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" rx=\"9\"/>");
        svg.append("<rect class=\"edge\" width=\"5\" height=\"")
                .append(HEIGHT - 18)
                .append("\" x=\"0\" y=\"9\" rx=\"2\"/>");
        text("what", 19, item.kind().label(), 30);
        text("name", 37, item.name(), 24);
        text("more", 53, item.remark(), 34);
        svg.append("</g>\n");
    }

    private void text(String style, int y, String text, int most) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"16\" y=\"")
                .append(y)
                .append("\">");
        svg.append(Html.text(Plain.shortened(text, most))).append("</text>");
    }
}
