package io.databot.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request as the service computes it, made from the request alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature version 4</a>
 */
final class SignatureV4 {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/([^/]+)/([^/]+)/s3/"
                    + "aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    /** What the header Authorization says. */
    record Said(String keyId, String date, String region, List<String> signedHeaders, String signature) {

        static Said of(String authorization) {
            Matcher parts = AUTHORIZATION.matcher(authorization);
            if (!parts.matches()) {
                throw new IllegalArgumentException("not a signature: " + authorization);
            }
            List<String> headers = Arrays.asList(parts.group(4).split(";", -1));
            return new Said(parts.group(1), parts.group(2), parts.group(3), headers, parts.group(5));
        }
    }

    private SignatureV4() {}

    /** What the signature of a GET without a query must be. */
    static String of(String path, Map<String, String> headers, Said said, String secret) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value.strip()));
        StringBuilder canonical = new StringBuilder("GET\n").append(path).append("\n\n");
        for (String name : said.signedHeaders()) {
            canonical.append(name).append(':').append(lower.get(name)).append('\n');
        }
        canonical
                .append('\n')
                .append(String.join(";", said.signedHeaders()))
                .append('\n')
                .append(lower.get("x-amz-content-sha256"));
        String toSign = "AWS4-HMAC-SHA256\n" + lower.get("x-amz-date") + "\n" + said.date() + "/" + said.region()
                + "/s3/aws4_request\n" + hex(sha256(canonical.toString()));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String step : new String[] {said.date(), said.region(), "s3", "aws4_request"}) {
            key = hmac(key, step);
        }
        return hex(hmac(key, toSign));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
