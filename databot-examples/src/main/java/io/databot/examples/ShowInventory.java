package io.databot.examples;

import io.databot.examples.inventory.HtmlPage;
import io.databot.examples.inventory.Inventory;
import io.databot.examples.inventory.InventoryJson;
import io.databot.examples.inventory.InventoryTable;
import io.databot.examples.inventory.MermaidChart;
import io.databot.failure.InvalidRequestFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Shows what an environment has: as a table, as JSON, as a flowchart that GitHub draws, or as a page for a browser. What
 * the state marks as sensitive is in none of them.
 */
final class ShowInventory implements Example {

    private static final String USAGE = "inventory [ENV|LOCATION] [--json | --mermaid | --html | --html=FILE],"
            + " where LOCATION has a slash, a dot or a colon";
    private static final List<String> FORMS = List.of("--json", "--mermaid", "--html");

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        CommandLine line = new CommandLine(USAGE, FORMS, arguments);
        line.requireAtMost(1);
        List<String> forms = FORMS.stream().filter(line::has).toList();
        if (forms.size() > 1) {
            throw line.wrong("it can show one form at a time, not " + String.join(" and ", forms));
        }
        Optional<Path> file = file(line);
        Inventory inventory = Inventory.of(StateArgument.read(line.word(0)));
        String text = text(forms.isEmpty() ? "" : forms.get(0), inventory);
        if (file.isPresent()) {
            Files.writeString(file.get(), text);
            out.println("wrote " + file.get());
        } else {
            out.print(text);
        }
    }

    private static Optional<Path> file(CommandLine line) throws InvalidRequestFailure {
        try {
            return line.value("--html").map(Path::of);
        } catch (java.nio.file.InvalidPathException e) {
            throw line.wrong("what stands behind --html= is no path");
        }
    }

    private static String text(String form, Inventory inventory) {
        return switch (form) {
            case "--json" -> PrettyJson.of(InventoryJson.of(inventory)) + "\n";
            case "--mermaid" -> MermaidChart.of(inventory);
            case "--html" -> HtmlPage.of(inventory);
            default -> InventoryTable.of(inventory);
        };
    }
}
