package io.databot.gcp;

import io.databot.spi.Setting;
import io.databot.spi.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be set, and the variable that Google's emulators share. */
final class GcpSettings {

    /** Where an emulator of Google Cloud Storage listens, with or without a scheme. */
    static final String EMULATOR = "STORAGE_EMULATOR_HOST";

    static final Setting<URI> HOST = Setting.uri(
            "storage.host", "Where the storage service is; by default what STORAGE_EMULATOR_HOST says, else Google's.");
    static final Setting<CredentialKind> KIND = Setting.choice(
            "credentials.kind",
            CredentialKind.class,
            CredentialKind.AUTO,
            "Where the Google identity comes from; auto is none for an emulator, else credentials.file if that is set,"
                    + " else the application default.");
    static final Setting<Path> FILE = Setting.path(
            "credentials.file", "The JSON file of the Google identity, a key or a federation's configuration.");
    static final Setting<String> IMPERSONATE =
            Setting.text("credentials.impersonate", "The service account to act as, by its e-mail address.");
    static final Setting<String> QUOTA_PROJECT =
            Setting.text("gcp.quota-project", "The project that pays for requests; by default the identity's own.");
    static final Setting<Integer> CONNECTIONS = Setting.integer(
            "gcp.connections", 64, 1, 10_000, "How many connections to the storage service there are at most.");
    static final Setting<Duration> CONNECT_TIMEOUT =
            Setting.duration("gcp.connect-timeout", "10s", "How long connecting may take.");
    static final Setting<Duration> READ_TIMEOUT =
            Setting.duration("gcp.read-timeout", "30s", "How long the service may stay silent.");
    static final Setting<Integer> SINGLE_REQUEST_LIMIT = size(
            "gcp.upload.single-request-limit",
            "8MiB",
            1,
            "Content of at most this size is sent in one request, from memory.");
    static final Setting<Integer> CHUNK_SIZE = size(
            "gcp.upload.chunk-size",
            "8MiB",
            UploadPolicy.CHUNK_UNIT,
            "How much of larger content is sent in one request; each upload holds as much in memory.");
    static final Setting<Integer> ATTEMPTS = Setting.integer(
            "gcp.upload.attempts", 5, 1, 100, "How often a chunk of an upload is sent before the upload fails.");
    static final Setting<Duration> FIRST_DELAY = Setting.duration(
            "gcp.upload.first-delay", "500ms", "The wait before a chunk is sent again; it doubles each time.");

    static final List<Setting<?>> ALL = List.of(
            HOST,
            KIND,
            FILE,
            IMPERSONATE,
            QUOTA_PROJECT,
            CONNECTIONS,
            CONNECT_TIMEOUT,
            READ_TIMEOUT,
            SINGLE_REQUEST_LIMIT,
            CHUNK_SIZE,
            ATTEMPTS,
            FIRST_DELAY);

    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*(kib|mib|)");

    private GcpSettings() {}

    /** The service's address if it is not Google's own. */
    static Optional<URI> host(Settings settings) {
        return settings.find(HOST)
                .or(() -> settings.variable(EMULATOR)
                        .filter(text -> !text.isBlank())
                        .map(GcpSettings::address));
    }

    /** Whether {@link CredentialKind#AUTO} means none: an emulator is named, and nothing says that it is not one. */
    static boolean isEmulated(Settings settings) {
        return settings.variable(EMULATOR).filter(text -> !text.isBlank()).isPresent();
    }

    private static URI address(String text) {
        String address = text.strip();
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw GcpSettingsFailures.emulator(text);
        }
        throw GcpSettingsFailures.emulator(text);
    }

    private static Setting<Integer> size(String key, String standard, int unit, String description) {
        String expectation = "a size such as 512KiB or 8MiB" + (unit > 1 ? ", a multiple of 256KiB" : "");
        return new Setting<>(key, Optional.of(standard), expectation, description, text -> parseSize(text, unit));
    }

    private static int parseSize(String text, int unit) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size");
        }
        long factor = switch (matcher.group(2)) {
            case "kib" -> 1L << 10;
            case "mib" -> 1L << 20;
            default -> 1L;
        };
        int bytes = Math.toIntExact(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor));
        if (bytes < 1 || bytes > 1 << 30 || bytes % unit != 0) {
            throw new IllegalArgumentException("out of bounds");
        }
        return bytes;
    }
}
