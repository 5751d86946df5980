package io.databot.gcp;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON file with an identity. It is looked through before Google's library sees it, so that each thing that can be wrong
 * has a message of its own. None of them quotes the file's content.
 *
 * @param path where the file is
 * @param kind what it must hold
 */
record CredentialFile(Path path, CredentialKind kind) implements CredentialSource {

    private static final int LARGEST = 1 << 20;

    private static final Map<String, List<String>> FIELDS = Map.of(
            "service_account", List.of("client_email", "client_id", "private_key", "private_key_id"),
            "authorized_user", List.of("client_id", "client_secret", "refresh_token"),
            "impersonated_service_account", List.of("service_account_impersonation_url", "source_credentials"),
            "external_account", List.of("audience", "subject_token_type", "token_url", "credential_source"));

    private static final Map<CredentialKind, Set<String>> TYPES = Map.of(
            CredentialKind.AUTO, FIELDS.keySet(),
            CredentialKind.KEY_FILE, Set.of("service_account", "authorized_user", "impersonated_service_account"),
            CredentialKind.EXTERNAL_ACCOUNT, Set.of("external_account"));

    /** Where an external account may send its subject's token. */
    private static final List<String> ADDRESSES =
            List.of("token_url", "service_account_impersonation_url", "token_info_url");

    @Override
    public String description() {
        return (kind == CredentialKind.EXTERNAL_ACCOUNT ? "external account file " : "key file ") + path;
    }

    @Override
    public GoogleCredentials load(HttpTransportFactory transport) throws IOException {
        String text = read();
        GenericJson json = parse(text);
        String type = Objects.toString(json.get("type"), "");
        requireType(type);
        requireFields(type, json);
        if (type.equals("external_account")) {
            requireGoogle(json);
        }
        try {
            return GoogleCredentials.fromStream(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), transport);
        } catch (IOException | RuntimeException e) {
            // Neither the exception nor its message: the library's may quote what it could not read.
            throw CredentialFailures.unusable(
                    this,
                    type.equals("service_account")
                            ? "its private key cannot be read"
                            : "Google's library does not accept it ("
                                    + e.getClass().getSimpleName() + ")",
                    "Download a new key, or create the configuration anew");
        }
    }

    private String read() {
        try {
            if (Files.isDirectory(path)) {
                throw CredentialFailures.unusable(this, "it is a directory", "Give the path of the JSON file");
            }
            if (Files.size(path) > LARGEST) {
                throw CredentialFailures.unusable(this, "it is far too large", "Give the path of the JSON file");
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw CredentialFailures.unusable(
                    this, "there is no such file", "Check databot.credentials.file and the working directory");
        } catch (AccessDeniedException e) {
            throw CredentialFailures.unusable(this, "this process may not read it", "Check the file's rights");
        } catch (IOException e) {
            throw CredentialFailures.unusable(
                    this, "it cannot be read as text (" + e.getClass().getSimpleName() + ")", "Check the file");
        }
    }

    private GenericJson parse(String text) {
        try {
            return Optional.ofNullable(GsonFactory.getDefaultInstance().fromString(text, GenericJson.class))
                    .orElseThrow(() -> new IllegalArgumentException("empty"));
        } catch (IOException | IllegalArgumentException e) {
            throw CredentialFailures.unusable(
                    this,
                    text.isBlank() ? "the file is empty" : "it is not a JSON object",
                    "Give the file as Google made it");
        }
    }

    private void requireType(String type) {
        Set<String> wanted = TYPES.getOrDefault(kind, Set.of());
        if (wanted.contains(type)) {
            return;
        }
        String reason = type.isEmpty() ? "it has no \"type\"" : "its \"type\" is not one of " + sorted(wanted);
        throw CredentialFailures.unusable(
                this,
                FIELDS.containsKey(type) ? "it is of type " + type + ", not one of " + sorted(wanted) : reason,
                type.equals("external_account")
                        ? "Set databot.credentials.kind to external-account"
                        : "Give a service account's key, or the configuration of a workload identity federation");
    }

    private void requireFields(String type, GenericJson json) {
        List<String> missing = FIELDS.getOrDefault(type, List.of()).stream()
                .filter(field -> Objects.toString(json.get(field), "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw CredentialFailures.unusable(
                    this, "it lacks " + String.join(", ", missing), "Give the file as Google made it");
        }
    }

    /** The library sends tokens to any host that the file names; only Google's may get them. */
    private void requireGoogle(GenericJson json) {
        for (String field : ADDRESSES) {
            String address = Objects.toString(json.get(field), "");
            if (!address.isEmpty() && !isGoogle(address)) {
                throw CredentialFailures.unusable(
                        this,
                        field + " does not point to https on googleapis.com",
                        "Create the configuration anew with gcloud iam workload-identity-pools create-cred-config");
            }
        }
    }

    private static boolean isGoogle(String address) {
        try {
            URI uri = URI.create(address);
            String host = Objects.toString(uri.getHost(), "");
            return "https".equals(uri.getScheme()) && host.endsWith(".googleapis.com") && uri.getUserInfo() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
