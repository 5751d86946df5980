package io.databot.terraform;

import io.databot.failure.FailureDetails;
import io.databot.failure.UnsupportedFailure;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys from a passphrase. The last one is kept: making one takes most of a second, and OpenTofu uses one for all that
 * it writes in a run. Thread-safe.
 */
final class PassphraseKeys {

    private Optional<Made> last = Optional.empty();

    /** Not a record: a record would print the passphrase. */
    private static final class Made {
        private final KeyRecipe recipe;
        private final String passphrase;
        private final SecretKey key;

        Made(KeyRecipe recipe, String passphrase, SecretKey key) {
            this.recipe = recipe;
            this.passphrase = passphrase;
            this.key = key;
        }

        boolean isOf(KeyRecipe otherRecipe, String otherPassphrase) {
            return recipe.equals(otherRecipe) && passphrase.equals(otherPassphrase);
        }
    }

    /** One caller at a time, so that two do not make the same key. */
    synchronized SecretKey key(KeyRecipe recipe, String passphrase) {
        Optional<Made> known = last.filter(made -> made.isOf(recipe, passphrase));
        if (known.isEmpty()) {
            known = Optional.of(new Made(recipe, passphrase, make(recipe, passphrase)));
            last = known;
        }
        return known.orElseThrow().key;
    }

    /** Whether this key is the last one that was made. */
    synchronized boolean hasMade(KeyRecipe recipe, String passphrase) {
        return last.filter(made -> made.isOf(recipe, passphrase)).isPresent();
    }

    private static SecretKey make(KeyRecipe recipe, String passphrase) {
        PBEKeySpec spec =
                new PBEKeySpec(passphrase.toCharArray(), recipe.salt(), recipe.iterations(), recipe.keyBits());
        try {
            byte[] key = SecretKeyFactory.getInstance(recipe.algorithm())
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw unavailable(recipe.algorithm(), e);
        } finally {
            spec.clearPassword();
        }
    }

    static UnsupportedFailure unavailable(String algorithm, GeneralSecurityException cause) {
        return new UnsupportedFailure(
                FailureDetails.of(
                        Refusals.OPERATION,
                        "",
                        "this Java runtime does not offer " + algorithm,
                        "Use one whose security providers do, as those of OpenJDK."),
                cause);
    }
}
