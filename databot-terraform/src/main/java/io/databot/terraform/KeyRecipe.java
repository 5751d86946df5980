package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.databot.state.StateValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How OpenTofu's key provider {@code pbkdf2} makes a key from a passphrase, as the file tells it.
 *
 * <p>It stands below the provider's address, {@code key_provider.pbkdf2.NAME}, or below any other name that the
 * configuration chose ({@code encrypted_metadata_alias}); so that it is known by what is in it.
 *
 * @see <a href="https://github.com/opentofu/opentofu/blob/main/internal/encryption/keyprovider/pbkdf2/metadata.go">Its metadata</a>
 */
final class KeyRecipe {

    /** Over ten times OpenTofu's default; more would only serve to keep the reader busy. */
    static final int MAX_ITERATIONS = 10_000_000;

    private static final int MAX_RECIPES = 16;
    private static final int MAX_SALT = 4_096;
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "PBKDF2WithHmacSHA256", "sha512", "PBKDF2WithHmacSHA512");
    private static final Set<Long> AES_KEYS = Set.of(16L, 24L, 32L);
    private static final Pattern ADDRESS = Pattern.compile("key_provider\\.(?<type>[a-z0-9_]+)\\..*");
    private static final List<String> KNOWN =
            List.of("aws_kms", "azure_vault", "external", "gcp_kms", "openbao", "pbkdf2", "static", "xor");

    private final byte[] salt;
    private final int iterations;
    private final String algorithm;
    private final int keyLength;

    private KeyRecipe(byte[] salt, int iterations, String algorithm, int keyLength) {
        this.salt = salt;
        this.iterations = iterations;
        this.algorithm = algorithm;
        this.keyLength = keyLength;
    }

    /**
     * The recipes of a file, in a list of the caller's own. More than one does not mean that they make a key together: up
     * to version 1.9 OpenTofu left an entry for each key provider of the configuration, those of a fallback and of plans
     * too, in no order that tells anything.
     *
     * @param meta what each key provider left, encoded in Base64
     * @throws io.databot.failure.StateFailure if there is none, or too much to try
     */
    static List<KeyRecipe> of(Map<String, StateValue> meta, Refusals refusals) {
        List<KeyRecipe> recipes = new ArrayList<>();
        Set<String> others = new TreeSet<>();
        for (Map.Entry<String, StateValue> entry : meta.entrySet()) {
            Fields left = left(entry.getValue(), refusals);
            if (left.find("hash_function").isPresent()
                    || left.find("iterations").isPresent()) {
                recipes.add(read(left, refusals));
            } else {
                others.add(type(entry.getKey(), left));
            }
        }
        if (meta.isEmpty()) {
            throw EncryptedState.refused(refusals, "with a key of which the file tells nothing");
        }
        if (recipes.isEmpty()) {
            throw EncryptedState.refused(
                    refusals,
                    "with a key of the key provider " + String.join(", ", others) + ", which is not read here");
        }
        requireFew(recipes, refusals);
        return recipes;
    }

    private static void requireFew(List<KeyRecipe> recipes, Refusals refusals) {
        if (recipes.size() > MAX_RECIPES) {
            throw EncryptedState.refused(
                    refusals, "with more than " + MAX_RECIPES + " key providers that have a passphrase");
        }
        long iterations = 0;
        for (KeyRecipe recipe : recipes) {
            iterations += recipe.iterations;
        }
        if (iterations > MAX_ITERATIONS) {
            throw EncryptedState.refused(refusals, "with more than " + MAX_ITERATIONS + " iterations");
        }
    }

    private static Fields left(StateValue encoded, Refusals refusals) {
        byte[] bytes = EncryptedState.base64(
                encoded.string().orElseThrow(() -> refusals.malformed("a key provider's entry is not a text")),
                refusals);
        try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
            StateValue value = json.nextToken() == JsonToken.START_OBJECT ? Values.read(json) : StateValue.ofNull();
            return Fields.of(value, "what a key provider left", refusals);
        } catch (IOException e) {
            // The parser's exception quotes the text.
            throw refusals.malformed("what a key provider left is not JSON");
        }
    }

    /** Only names that OpenTofu has are told. */
    private static String type(String key, Fields left) {
        Matcher address = ADDRESS.matcher(key);
        if (address.matches() && KNOWN.contains(address.group("type"))) {
            return address.group("type");
        }
        if (left.find("ciphertext_blob").isPresent()) {
            return "aws_kms";
        }
        if (left.find("magic").isPresent()) {
            return "static";
        }
        return left.find("external_data").isPresent() ? "external" : "(of a type unknown here)";
    }

    private static KeyRecipe read(Fields left, Refusals refusals) {
        byte[] salt = EncryptedState.base64(left.text("salt"), refusals);
        long iterations = left.unsigned("iterations").orElse(0L);
        long keyLength = left.unsigned("key_length").orElse(0L);
        String hash = left.text("hash_function");
        if (!ALGORITHMS.containsKey(hash)) {
            throw EncryptedState.refused(refusals, "with a hash function other than sha256 and sha512");
        }
        if (salt.length == 0 || iterations == 0 || !AES_KEYS.contains(keyLength)) {
            throw refusals.malformed(
                    "the salt, iterations or key length of its encryption is missing or out of bounds");
        }
        if (salt.length > MAX_SALT) {
            throw EncryptedState.refused(refusals, "with a salt of more than " + MAX_SALT + " bytes");
        }
        if (Long.compareUnsigned(iterations, MAX_ITERATIONS) > 0) {
            throw EncryptedState.refused(refusals, "with more than " + MAX_ITERATIONS + " iterations");
        }
        return new KeyRecipe(salt, (int) iterations, ALGORITHMS.getOrDefault(hash, hash), (int) keyLength);
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return iterations;
    }

    /** As Java calls it. */
    String algorithm() {
        return algorithm;
    }

    int keyBits() {
        return keyLength * Byte.SIZE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyRecipe that
                && Arrays.equals(salt, that.salt)
                && iterations == that.iterations
                && algorithm.equals(that.algorithm)
                && keyLength == that.keyLength;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }
}
