package io.databot.gcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The {@code fields} parameter, such as {@code items(name,metadata/owner),nextPageToken}: what a reply is cut to. */
final class Fields {
    private static final String ALL = "*";

    /** By name, each with what is wanted of it; empty means all. */
    private final Map<String, Fields> wanted = new TreeMap<>();

    private Fields() {}

    static Fields of(Call call) {
        Fields root = new Fields();
        call.query("fields").ifPresent(text -> new Parser(text).list(root));
        return root;
    }

    /** The reply with the wanted fields only, if it is a JSON resource. */
    Reply select(Reply reply) {
        boolean json = reply.headers().stream()
                .anyMatch(header -> header.getKey().equals("Content-Type")
                        && header.getValue().startsWith("application/json"));
        if (wanted.isEmpty() || !json) {
            return reply;
        }
        return reply.withBody(Json.write(cut(Json.parse(reply.body()))));
    }

    private JsonNode cut(JsonNode node) {
        if (wanted.isEmpty() || node.isValueNode()) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode some = array.arrayNode();
            array.forEach(element -> some.add(cut(element)));
            return some;
        }
        ObjectNode some = Json.object();
        node.properties().forEach(entry -> {
            Fields inner = wanted.getOrDefault(entry.getKey(), wanted.get(ALL));
            if (inner != null) {
                some.set(entry.getKey(), inner.cut(entry.getValue()));
            }
        });
        return some;
    }

    /** Reads {@code name}, {@code name/part} and {@code name(part,part)}, separated by commas. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        void list(Fields parent) {
            item(parent);
            while (take(',')) {
                item(parent);
            }
        }

        private void item(Fields parent) {
            int start = at;
            while (at < text.length() && ",/()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (start == at) {
                throw ApiError.of(400, "invalidParameter", "Invalid field selection " + text);
            }
            Fields child = parent.wanted.computeIfAbsent(text.substring(start, at), name -> new Fields());
            if (take('/')) {
                item(child);
            } else if (take('(')) {
                list(child);
                at++;
            }
        }

        private boolean take(char expected) {
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }
    }
}
