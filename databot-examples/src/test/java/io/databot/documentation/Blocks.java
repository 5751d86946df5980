package io.databot.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The fenced blocks of a Markdown file. */
record Blocks(Path file, String text) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    static Blocks of(Path file) throws IOException {
        return new Blocks(file, Files.readString(file));
    }

    /** The contents of all blocks of one language. */
    List<String> in(String language) {
        return FENCE.matcher(text)
                .results()
                .filter(result -> result.group(1).equals(language))
                .map(result -> result.group(2))
                .toList();
    }

    /** The languages of all blocks. */
    List<String> languages() {
        return FENCE.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .toList();
    }
}
