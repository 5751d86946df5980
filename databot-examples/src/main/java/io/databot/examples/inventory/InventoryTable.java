package io.databot.examples.inventory;

import java.util.ArrayList;
import java.util.List;

/** An inventory as a table for a terminal. */
public final class InventoryTable {

    private final StringBuilder text = new StringBuilder();

    private InventoryTable() {}

    public static String of(Inventory inventory) {
        InventoryTable table = new InventoryTable();
        table.line(inventory.title());
        table.line("  " + inventory.source());
        table.rows("", items(inventory));
        table.rows("Links", links(inventory));
        table.rows("Counted only", others(inventory));
        return table.text.toString();
    }

    private static List<List<String>> items(Inventory inventory) {
        return inventory.items().stream()
                .map(item -> List.of(
                        item.kind().label(),
                        item.name(),
                        item.remark(),
                        item.address().toString()))
                .toList();
    }

    private static List<List<String>> links(Inventory inventory) {
        return inventory.links().stream()
                .map(link -> List.of(
                        link.from().kind().label() + " " + link.from().name(),
                        link.label(),
                        link.to().kind().label() + " " + link.to().name()))
                .toList();
    }

    private static List<List<String>> others(Inventory inventory) {
        return inventory.others().stream()
                .map(other -> List.of(String.valueOf(other.count()), other.type(), Plain.module(other.module())))
                .toList();
    }

    private void rows(String title, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("");
        if (!title.isEmpty()) {
            line(title);
        }
        List<List<String>> plain =
                rows.stream().map(row -> row.stream().map(Plain::of).toList()).toList();
        List<Integer> widths = widths(plain);
        for (List<String> row : plain) {
            StringBuilder cells = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                cells.append("  ").append(row.get(i)).append(" ".repeat(widths.get(i) - width(row.get(i))));
            }
            line(cells.toString().stripTrailing());
        }
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            int column = i;
            widths.add(
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private void line(String line) {
        text.append(Plain.of(line)).append('\n');
    }
}
