package io.databot.examples.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inventory as one page for a browser: no script, nothing from elsewhere, light and dark, wide and narrow. */
public final class HtmlPage {

    private final Inventory inventory;
    private final StringBuilder html = new StringBuilder();

    private HtmlPage(Inventory inventory) {
        this.inventory = inventory;
    }

    public static String of(Inventory inventory) {
        return new HtmlPage(inventory).write();
    }

    private String write() {
        html.append(HtmlStyle.HEAD.replace("TITLE", Html.text(inventory.title())));
        html.append("<header><h1>").append(Html.text(inventory.title())).append("</h1>\n");
        html.append("<p>").append(Html.text(inventory.source())).append("</p></header>\n<main>\n");
        counts();
        if (inventory.items().isEmpty()) {
            html.append("<p>Nothing of Google Cloud that is shown one by one.</p>\n");
        } else {
            section("How it hangs together");
            html.append("<div class=\"picture\">\n")
                    .append(Picture.of(inventory))
                    .append("</div></section>\n");
        }
        for (Kind kind : Kind.values()) {
            table(kind);
        }
        others();
        outputs();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void counts() {
        html.append("<ul class=\"counts\">\n");
        for (Kind kind : Kind.values()) {
            int count = inventory.all(kind).size();
            count(
                    kind.plural(),
                    count,
                    count == 1 ? kind.label() : kind.plural().replace('_', ' '));
        }
        count("rest", inventory.others().stream().mapToInt(Others::count).sum(), "others");
        html.append("</ul>\n");
    }

    private void count(String style, int count, String label) {
        html.append("<li class=\"").append(style).append("\"><b>").append(count).append("</b> ");
        html.append(Html.text(label)).append("</li>\n");
    }

    private void section(String title) {
        html.append("<section><h2>").append(Html.text(title)).append("</h2>\n");
    }

    private void table(Kind kind) {
        List<Item> items = inventory.all(kind);
        if (items.isEmpty()) {
            return;
        }
        section(capital(kind.plural().replace('_', ' ')));
        html.append("<table class=\"").append(kind.plural()).append("\"><thead><tr>");
        html.append("<th>Name</th><th>What to know</th><th>Address</th></tr></thead><tbody>\n");
        for (Item item : items) {
            html.append("<tr><td class=\"name\">").append(Html.text(item.name()));
            html.append("</td><td>").append(Html.text(item.remark()));
            html.append("</td><td><code>").append(Html.text(item.address().toString()));
            html.append("</code></td></tr>\n");
        }
        html.append("</tbody></table></section>\n");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void others() {
        if (inventory.others().isEmpty()) {
            return;
        }
        Map<String, List<String>> byModule = new LinkedHashMap<>();
        for (Others others : inventory.others()) {
            byModule.computeIfAbsent(others.module(), module -> new ArrayList<>())
                    .add("<b>" + others.count() + "</b> " + Html.text(others.type()));
        }
        section("Counted only");
        html.append("<dl>\n");
        byModule.forEach((module, counts) -> html.append("<div><dt><code>")
                .append(Html.text(Plain.module(module)))
                .append("</code></dt><dd>")
                .append(String.join("<br>", counts))
                .append("</dd></div>\n"));
        html.append("</dl></section>\n");
    }

    private void outputs() {
        if (inventory.outputs().isEmpty()) {
            return;
        }
        section("Outputs");
        html.append("<ul class=\"chips\">\n");
        inventory
                .outputs()
                .forEach(name ->
                        html.append("<li><code>").append(Html.text(name)).append("</code></li>\n"));
        html.append("</ul></section>\n");
    }
}
