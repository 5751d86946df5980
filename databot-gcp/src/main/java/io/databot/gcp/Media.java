package io.databot.gcp;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.services.storage.Storage;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An object's bytes on their way, and what the reply's headers tell of it: as stored, never unzipped. The one reason to
 * ask with the generated client is that google-cloud-storage does not show these headers.
 *
 * @param content the bytes from {@code start} on
 * @param start the offset of the first byte in the object
 * @param size of the whole object, if it is told
 * @param generation of the object, if it is told
 * @param checksum of the whole object, if it is told
 */
record Media(InputStream content, long start, OptionalLong size, OptionalLong generation, Optional<Crc32c> checksum) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

    /** Asks for the bytes. An empty range asks for all. */
    static Media open(Storage api, ObjectRef object, Options options, String range) throws IOException {
        return open(api, Requests.get(api, object, options), range);
    }

    /** Not by the request's own method, which for the longest keys would make a POST of it. */
    static Media open(Storage api, Storage.Objects.Get get, String range) throws IOException {
        HttpRequest request =
                api.getRequestFactory().buildGetRequest(get.setAlt("media").buildHttpRequestUrl());
        request.setResponseReturnRawInputStream(true);
        if (!range.isEmpty()) {
            request.getHeaders().setRange(range);
        }
        HttpResponse response = request.execute();
        return of(
                response.getHeaders(),
                Optional.ofNullable(response.getContent()).orElse(InputStream.nullInputStream()));
    }

    private static Media of(HttpHeaders headers, InputStream content) {
        Matcher range = CONTENT_RANGE.matcher(
                values(headers, "content-range").findFirst().orElse(""));
        boolean partial = range.matches();
        OptionalLong length = partial ? OptionalLong.of(Long.parseLong(range.group(2))) : contentLength(headers);
        OptionalLong stored = number(headers, "x-goog-stored-content-length");
        return new Media(
                content,
                partial ? Long.parseLong(range.group(1)) : 0,
                stored.isPresent() ? stored : length,
                number(headers, "x-goog-generation"),
                values(headers, "x-goog-hash")
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(hash -> hash.startsWith("crc32c="))
                        .map(hash -> Crc32c.parse(hash.substring("crc32c=".length())))
                        .findFirst());
    }

    private static OptionalLong contentLength(HttpHeaders headers) {
        Long length = headers.getContentLength();
        return length == null ? OptionalLong.empty() : OptionalLong.of(length);
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        return values(headers, name).mapToLong(Long::parseLong).findFirst();
    }

    private static Stream<String> values(HttpHeaders headers, String name) {
        Object value = headers.get(name);
        Collection<?> values =
                value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return values.stream().map(Object::toString);
    }
}
