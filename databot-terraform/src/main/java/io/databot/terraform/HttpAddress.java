package io.databot.terraform;

import io.databot.credential.Secret;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https address taken apart: where, and as whom. Not a record: user name, password and query are secrets.
 *
 * <p>Shown are scheme, host, port and path, and that there is a query.
 */
final class HttpAddress {

    private static final String HEX = "0123456789abcdef";

    private final URI uri;
    private final Optional<Secret> authorization;

    private HttpAddress(URI uri, Optional<Secret> authorization) {
        this.uri = uri;
        this.authorization = authorization;
    }

    /**
     * Takes an address apart.
     *
     * @param where what holds it, for messages
     * @throws InvalidRequestFailure if it is not an http or https address; without quoting it
     */
    static HttpAddress parse(String address, String where) {
        URI whole = uri(address, where);
        String userInfo = whole.getRawUserInfo();
        Optional<Secret> authorization = userInfo == null ? Optional.empty() : Optional.of(fromUserInfo(userInfo));
        return new HttpAddress(bare(whole), authorization);
    }

    private static URI uri(String address, String where) {
        try {
            URI uri = new URI(address);
            if (isHttp(uri) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message quotes the address.
        }
        throw new InvalidRequestFailure(FailureDetails.of(
                "find state",
                where,
                "the address of the state is not an http or https address",
                "Write it as https://HOST/PATH; what is not a letter, a digit or one of -._~ in user name, password and"
                        + " path is written as %XX."));
    }

    static boolean isHttp(URI uri) {
        return isHttps(uri) || "http".equalsIgnoreCase(uri.getScheme());
    }

    static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Without user name, password and fragment. */
    static URI bare(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String server = uri.getScheme() + "://" + uri.getHost() + port;
        return URI.create(
                URI.create(server.toLowerCase(Locale.ROOT) + path + query).toASCIIString());
    }

    /** Whether both are one server, so that what is a secret to one is none to the other. */
    static boolean isSameServer(URI one, URI other) {
        boolean sameHost = one.getHost().equalsIgnoreCase(other.getHost());
        boolean upgraded = port(one) == 80 && !isHttps(one) && port(other) == 443 && isHttps(other);
        boolean sameDoor = port(one) == port(other) && isHttps(one) == isHttps(other);
        return sameHost && (sameDoor || upgraded);
    }

    private static int port(URI uri) {
        int standard = isHttps(uri) ? 443 : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }

    /** For people. */
    static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?...");
    }

    /** The header's value for basic authentication (RFC 7617). */
    static Secret basic(String user, String password) {
        return basic((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Secret basic(byte[] userAndPassword) {
        return Secret.of("Basic " + Base64.getEncoder().encodeToString(userAndPassword));
    }

    private static Secret fromUserInfo(String raw) {
        int colon = raw.indexOf(':');
        String user = colon < 0 ? raw : raw.substring(0, colon);
        return basic(decoded(user), colon < 0 ? "" : decoded(raw.substring(colon + 1)));
    }

    private static String decoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped = bytes[i] == '%';
            bytes[length++] = escaped ? (byte) (hex(bytes[i + 1]) << 4 | hex(bytes[i + 2])) : bytes[i];
            i += escaped ? 2 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return HEX.indexOf(Character.toLowerCase(digit));
    }

    /** Without user name, password and fragment; its query may be a secret. */
    URI uri() {
        return uri;
    }

    /** What user name and password in the address come to. */
    Optional<Secret> authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return shown(uri);
    }
}
