package io.databot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Guesses a content type from a key's ending, then from the first bytes. */
final class ContentTypes {

    /** What people store most and the JDK's table lacks or has differently from release to release. */
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("avro", "application/avro"),
            Map.entry("csv", "text/csv"),
            Map.entry("gz", "application/gzip"),
            Map.entry("html", "text/html"),
            Map.entry("ipynb", "application/x-ipynb+json"),
            Map.entry("js", "text/javascript"),
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "application/jsonl"),
            Map.entry("md", "text/markdown"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("parquet", "application/vnd.apache.parquet"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("tar", "application/x-tar"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("txt", "text/plain"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("webp", "image/webp"),
            Map.entry("xml", "application/xml"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("zip", "application/zip"));

    private ContentTypes() {}

    static Optional<String> byName(String key) {
        String file = key.substring(key.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String ending = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
        Optional<String> known = Optional.ofNullable(BY_ENDING.get(ending));
        return known.or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(file)));
    }

    static Optional<String> byBytes(byte[] start) {
        try {
            return Optional.ofNullable(URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(start)));
        } catch (IOException e) {
            throw new AssertionError("an array does not fail", e);
        }
    }
}
