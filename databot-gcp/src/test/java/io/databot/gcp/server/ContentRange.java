package io.databot.gcp.server;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the bytes of a PUT to a resumable session belong.
 *
 * @param first where the bytes of this request start, absent if it has none
 * @param total the size of the whole object, absent while it is unknown
 */
record ContentRange(OptionalLong first, OptionalLong total) {
    private static final Pattern HEADER = Pattern.compile("bytes (?:\\*|(\\d{1,18})-(\\d{1,18}))/(?:\\*|(\\d{1,18}))");

    /** Without the header, the request carries the whole object. */
    static ContentRange of(Call call) {
        long size = call.body().size();
        Optional<String> header = call.header("content-range");
        if (header.isEmpty()) {
            return new ContentRange(OptionalLong.of(0), OptionalLong.of(size));
        }
        Matcher matcher = HEADER.matcher(header.get());
        if (!matcher.matches()) {
            throw ApiError.of(400, "badRequest", "Failed to parse Content-Range header.");
        }
        OptionalLong first = number(matcher, 1);
        OptionalLong last = number(matcher, 2);
        if (first.isPresent() && last.getAsLong() - first.getAsLong() + 1 != size) {
            throw ApiError.of(400, "badRequest", "Invalid request. The Content-Range header does not fit the body.");
        }
        return new ContentRange(first, number(matcher, 3));
    }

    private static OptionalLong number(Matcher matcher, int group) {
        return matcher.start(group) < 0 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(matcher.group(group)));
    }
}
