package io.databot.examples.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An inventory as a flowchart: modules are boxes, resources are nodes in them, and what runs as or may use another points
 * to it.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's flowcharts</a>
 */
public final class MermaidChart {

    /** Fill, stroke and text are all set, so that they can be read on a light and on a dark page. */
    private static final String CLASSES = """
              classDef bucket fill:#dbeafe,stroke:#2563eb,color:#172554
              classDef account fill:#fef3c7,stroke:#d97706,color:#451a03
              classDef workbench fill:#dcfce7,stroke:#16a34a,color:#052e16
              classDef service fill:#ede9fe,stroke:#7c3aed,color:#2e1065
              classDef job fill:#fce7f3,stroke:#db2777,color:#500724
              classDef others fill:#f3f4f6,stroke:#9ca3af,color:#374151,stroke-dasharray:4 3
            """;

    private static final String NO_BREAK = "#160;";

    private final Inventory inventory;
    private final StringBuilder text = new StringBuilder();
    private final Map<Item, String> ids = new HashMap<>();
    private int modules;

    private MermaidChart(Inventory inventory) {
        this.inventory = inventory;
    }

    public static String of(Inventory inventory) {
        return new MermaidChart(inventory).draw();
    }

    private String draw() {
        text.append("flowchart LR\n").append(CLASSES);
        module(ModuleTree.of(inventory), "  ");
        for (Line line : Line.of(inventory.links())) {
            text.append("  ").append(ids.get(line.from())).append(" -->|\"");
            text.append(line.labels().stream().map(MermaidChart::escaped).collect(Collectors.joining("<br/>")));
            text.append("\"| ").append(ids.get(line.to())).append('\n');
        }
        return text.toString();
    }

    private void module(ModuleTree module, String indent) {
        module.items().forEach(item -> node(item, indent));
        others(module.others(), indent);
        module.children().forEach((step, child) -> {
            text.append(indent).append("subgraph m").append(++modules);
            text.append('[').append(quoted(step)).append("]\n");
            module(child, indent + "  ");
            text.append(indent).append("end\n");
        });
    }

    private void node(Item item, String indent) {
        String id = "r" + (ids.size() + 1);
        ids.put(item, id);
        String label = escaped(item.kind().label()) + "<br/>" + escaped(item.name());
        if (!item.remarks().isEmpty()) {
            label += "<br/>" + escaped(item.remarks().get(0));
        }
        text.append(indent)
                .append(id)
                .append(shape(item.kind(), '"' + label + '"'))
                .append('\n');
    }

    private static String shape(Kind kind, String label) {
        return switch (kind) {
            case BUCKET -> "[(" + label + ")]:::bucket";
            case SERVICE_ACCOUNT -> "([" + label + "]):::account";
            case WORKBENCH -> "[[" + label + "]]:::workbench";
            case SERVICE -> "{{" + label + "}}:::service";
            case JOB -> "[/" + label + "/]:::job";
        };
    }

    private void others(List<Others> others, String indent) {
        if (!others.isEmpty()) {
            text.append(indent).append('o').append(modules).append("[\"");
            text.append(others.stream()
                    .map(other -> other.count() + NO_BREAK + escaped(other.type()))
                    .collect(Collectors.joining("<br/>")));
            text.append("\"]:::others\n");
        }
    }

    private static String quoted(String label) {
        return '"' + escaped(label) + '"';
    }

    /** Everything that could mean something to Mermaid or to HTML is written by its number. */
    private static String escaped(String label) {
        StringBuilder escaped = new StringBuilder();
        Plain.of(label).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " -_./@,".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
