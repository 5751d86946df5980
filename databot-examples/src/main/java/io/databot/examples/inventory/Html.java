package io.databot.examples.inventory;

/** Text for HTML and SVG. */
final class Html {

    private Html() {}

    /** The text with everything escaped that could end an element's text or a quoted attribute. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Plain.of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
