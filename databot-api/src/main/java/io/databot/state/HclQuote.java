package io.databot.state;

/**
 * Quotes text the way Terraform prints keys in addresses.
 *
 * @see <a href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#quoted-templates">HCL, quoted templates</a>
 */
final class HclQuote {

    private HclQuote() {}

    static String quote(String text) {
        return isPlain(text) ? '"' + text + '"' : escaped(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '$' || c == '%') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean beforeBrace = i < text.length() && text.charAt(i) == '{';
            append(quoted, c, beforeBrace);
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c, boolean beforeBrace) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '$', '%' -> quoted.append(beforeBrace ? Character.toString(c).repeat(2) : Character.toString(c));
            default -> {
                if (Printable.contains(c)) {
                    quoted.appendCodePoint(c);
                } else if (c > 0xffff) {
                    quoted.append(String.format("\\U%08x", c));
                } else {
                    quoted.append(String.format("\\u%04x", c));
                }
            }
        }
    }
}
