package io.databot.examples;

import io.databot.discovery.Discovered;
import io.databot.discovery.Infrastructure;
import io.databot.discovery.ResourceKind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints what an environment has, as a table. */
final class InfrastructureMap {

    private InfrastructureMap() {}

    static void print(Infrastructure infrastructure, PrintStream out) {
        out.println("Environment " + infrastructure.environment()
                + infrastructure
                        .project()
                        .map(project -> ", project " + project)
                        .orElse("")
                + infrastructure.region().map(region -> ", region " + region).orElse(""));
        out.println("  read from " + infrastructure.origin());
        out.println();
        List<List<String>> rows = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            infrastructure.all(kind).forEach(found -> rows.add(row(found)));
        }
        int[] widths = new int[4];
        rows.forEach(row -> grow(widths, row));
        rows.forEach(row -> out.println(line(widths, row)));
    }

    private static List<String> row(Discovered found) {
        String details = String.join(
                ", ",
                Stream.of("location", "zone", "storage_class", "state", "uri")
                        .flatMap(detail -> found.text(detail).stream())
                        .toList());
        return List.of(found.kind().label(), found.key().orElse("-"), found.name(), details);
    }

    private static void grow(int[] widths, List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private static String line(int[] widths, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append("  ")
                    .append(row.get(i))
                    .append(" ".repeat(widths[i] - row.get(i).length()));
        }
        return line.toString().stripTrailing();
    }
}
