package io.databot.terraform;

import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.State;
import io.databot.state.StateValue;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Opens states that OpenTofu encrypted by AES-GCM with a key that PBKDF2 made from a passphrase. Thread-safe.
 *
 * @see <a href="https://opentofu.org/docs/language/state/encryption/">State encryption in OpenTofu</a>
 */
final class EncryptedState {

    private static final String VERSION = "v0";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    /** What Java reads where the environment holds characters that its locale has not. */
    private static final char UNREADABLE = '\ufffd';

    private static final String PULL =
            "write the state in the clear, readable by you alone: tofu state pull > FILE; then set state.location to FILE.";

    private final Supplier<Optional<String>> passphrase;
    private final PassphraseKeys keys = new PassphraseKeys();

    EncryptedState(Supplier<Optional<String>> passphrase) {
        this.passphrase = passphrase;
    }

    /** What was encrypted, and what stood in the clear beside it. Not a record: one would print neither well. */
    static final class Opened {

        private final StateText plain;
        private final Optional<Long> serial;
        private final String lineage;

        private Opened(StateText plain, Fields outer) {
            this.plain = plain;
            this.serial = outer.unsigned("serial");
            this.lineage = outer.text("lineage");
        }

        StateText plain() {
            return plain;
        }

        /** @throws StateFailure if the state is of another serial or lineage than the file says in the clear */
        void requireSame(State state) {
            boolean same = serial.map(number -> number == state.serial()).orElse(true)
                    && (lineage.isEmpty() || lineage.equals(state.lineage()));
            if (!same) {
                throw plain.refusals()
                        .malformed("the serial or lineage outside its encrypted part is not the one inside");
            }
        }
    }

    /** @throws StateFailure if it cannot be decrypted */
    Opened open(StateText text) {
        Refusals refusals = text.refusals();
        Fields outer = Fields.of(Values.whole(text), "the state", refusals);
        if (!outer.text("encryption_version").equals(VERSION)) {
            throw refused(refusals, "in another version than " + VERSION + " of its encryption");
        }
        Map<String, StateValue> meta = outer.map("meta");
        List<KeyRecipe> recipes = KeyRecipe.of(meta, refusals);
        byte[] data = base64(outer.text("encrypted_data"), refusals);
        if (data.length < NONCE_BYTES + TAG_BYTES) {
            throw refusals.malformed("its encrypted_data is too short");
        }
        String phrase = passphrase
                .get()
                .filter(set -> !set.isEmpty())
                .orElseThrow(() -> refusals.refuse(
                        Problem.ENCRYPTED,
                        "the state is encrypted by OpenTofu, and no passphrase is set",
                        "Set state.passphrase (DATABOT_STATE_PASSPHRASE) to its passphrase; or " + PULL));
        // As the values of OpenTofu's configuration are.
        String standard = Normalizer.normalize(phrase, Normalizer.Form.NFC);
        recipes.sort(Comparator.comparing(recipe -> !keys.hasMade(recipe, standard)));
        for (KeyRecipe recipe : recipes) {
            Optional<byte[]> plain = decrypted(data, keys.key(recipe, standard));
            if (plain.isPresent()) {
                return new Opened(StateText.of(plain.get(), refusals), outer);
            }
        }
        throw wrongPassphrase(phrase, meta.size(), refusals);
    }

    private static StateFailure wrongPassphrase(String phrase, int keyProviders, Refusals refusals) {
        String unread = phrase.indexOf(UNREADABLE) < 0
                ? ""
                : " It holds characters that Java could not read in the environment: run it in a locale of UTF-8, or set"
                        + " the passphrase in databot.properties.";
        String together = keyProviders == 1
                ? ""
                : ", or its key comes from more than one of its " + keyProviders + " key providers";
        return refusals.refuse(
                Problem.ENCRYPTED,
                "the state is encrypted by OpenTofu, and cannot be decrypted with the passphrase that is set",
                "Correct state.passphrase (DATABOT_STATE_PASSPHRASE)." + unread
                        + " If it is right, the file was changed" + together
                        + ", or its method is not AES-GCM without additional data (aad): " + PULL);
    }

    /** A state that is encrypted in a way that is not read here. */
    static StateFailure refused(Refusals refusals, String how) {
        return refusals.refuse(
                Problem.ENCRYPTED, "the state is encrypted by OpenTofu " + how, "Where it can be decrypted, " + PULL);
    }

    static byte[] base64(String text, Refusals refusals) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refusals.malformed("a part of its encryption is not Base64");
        }
    }

    /** Empty if it is the wrong key. */
    private static Optional<byte[]> decrypted(byte[] data, SecretKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, Arrays.copyOf(data, NONCE_BYTES)));
            return Optional.of(cipher.doFinal(data, NONCE_BYTES, data.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw PassphraseKeys.unavailable("AES-GCM", e);
        }
    }
}
