package io.databot.terraform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts as OpenTofu is documented to, step by step: PBKDF2 of RFC 8018 by hand, so that no mistake of the reader's library
 * call can hide; then AES-GCM, with the nonce before the data.
 */
record TofuEncryption(String passphrase, String salt, int iterations, String hash, int keyLength) {

    static final String PASSPHRASE = "correct horse battery stäple ";

    static TofuEncryption standard() {
        return new TofuEncryption(PASSPHRASE, "0123456789abcdef0123456789abcdef", 1_000, "sha512", 32);
    }

    TofuEncryption withPassphrase(String other) {
        return new TofuEncryption(other, salt, iterations, hash, keyLength);
    }

    TofuEncryption withSalt(String other) {
        return new TofuEncryption(passphrase, other, iterations, hash, keyLength);
    }

    TofuEncryption withHash(String other) {
        return new TofuEncryption(passphrase, salt, iterations, other, keyLength);
    }

    TofuEncryption withKeyLength(int bytes) {
        return new TofuEncryption(passphrase, salt, iterations, hash, bytes);
    }

    private byte[] saltBytes() {
        return salt.getBytes(StandardCharsets.US_ASCII);
    }

    /** What the key provider leaves for later. */
    String meta() {
        return "{\"salt\":\"" + base64(saltBytes()) + "\",\"iterations\":" + iterations + ",\"hash_function\":\"" + hash
                + "\",\"key_length\":" + keyLength + "}";
    }

    /** A whole file, with the usual name of the key provider. */
    String file(String plain) {
        return file("\"serial\":1,\"lineage\":\"" + States.LINEAGE + "\"", plain);
    }

    String file(String outer, String plain) {
        return file(
                outer, entry("key_provider.pbkdf2.main", meta()), encrypted(plain.getBytes(StandardCharsets.UTF_8)));
    }

    static String file(String outer, String metaEntries, String data) {
        return "{" + outer + ",\"meta\":{" + metaEntries + "},\"encrypted_data\":\"" + data
                + "\",\"encryption_version\":\"v0\"}";
    }

    static String entry(String name, String meta) {
        return "\"" + name + "\":\"" + base64(meta.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    String encrypted(byte[] plain) {
        try {
            byte[] nonce = "nonce of 12b".getBytes(StandardCharsets.US_ASCII);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(128, nonce));
            byte[] data = Arrays.copyOf(nonce, nonce.length + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, data, nonce.length);
            return base64(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One block of RFC 8018, section 5.2; a hash is never shorter than an AES key. */
    private byte[] key() throws GeneralSecurityException {
        String algorithm = hash.equals("sha256") ? "HmacSHA256" : "HmacSHA512";
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(passphrase.getBytes(StandardCharsets.UTF_8), algorithm));
        mac.update(saltBytes());
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] block = round.clone();
        for (int i = 1; i < iterations; i++) {
            round = mac.doFinal(round);
            for (int j = 0; j < block.length; j++) {
                block[j] ^= round[j];
            }
        }
        return Arrays.copyOf(block, keyLength);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
