package io.databot.terraform;

import io.databot.credential.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked of a server. Not a record: the address may hold a signature.
 *
 * <p>Header values are checked here, for the JDK quotes those that it refuses.
 */
final class HttpQuery {

    /** An entity tag as RFC 9110 has it, less what is not ASCII. */
    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");

    private final URI address;
    private final Optional<Secret> authorization;
    private final Optional<String> unlessTag;
    private final long maxBytes;
    private final Duration timeout;

    private HttpQuery(
            URI address, Optional<Secret> authorization, Optional<String> unlessTag, long maxBytes, Duration timeout) {
        this.address = address;
        this.authorization = authorization;
        this.unlessTag = unlessTag;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /** The content at an address, of at most so many bytes; everything, redirects included, within the timeout. */
    static HttpQuery of(URI address, long maxBytes, Duration timeout) {
        return new HttpQuery(address, Optional.empty(), Optional.empty(), maxBytes, timeout);
    }

    /** With the value of the header Authorization; of visible ASCII characters and spaces only. */
    HttpQuery as(Optional<Secret> identity) {
        return new HttpQuery(address, identity, unlessTag, maxBytes, timeout);
    }

    /** Only if it is not this version. What cannot be an entity tag is left out. */
    HttpQuery unless(Optional<String> tag) {
        return new HttpQuery(address, authorization, tag.filter(HttpQuery::isTag), maxBytes, timeout);
    }

    /** The same, where a server has sent us; the identity is for the host it was given for alone. */
    HttpQuery redirectedTo(URI next) {
        Optional<Secret> identity = HttpAddress.isSameServer(address, next) ? authorization : Optional.empty();
        return new HttpQuery(next, identity, unlessTag, maxBytes, timeout);
    }

    static boolean isTag(String text) {
        return ENTITY_TAG.matcher(text).matches();
    }

    URI address() {
        return address;
    }

    Optional<Secret> authorization() {
        return authorization;
    }

    Optional<String> unlessTag() {
        return unlessTag;
    }

    long maxBytes() {
        return maxBytes;
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public String toString() {
        return "GET " + HttpAddress.shown(address);
    }
}
