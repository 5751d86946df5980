package io.databot.terraform;

import io.databot.credential.Secret;
import io.databot.spi.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of this backend. */
final class TerraformSettings {

    static final Setting<String> LOCATION = Setting.text(
            "state.location",
            "The state file, the directory in which terraform is run, or an address: gs://BUCKET/PATH, https://HOST/PATH,"
                    + " remote://HOST/ORGANIZATION/WORKSPACE, or s3://BUCKET/KEY with databot-s3.");
    static final Setting<Path> DIRECTORY = Setting.path(
            "state.directory", "Where the search for an environment's state begins; the working directory if not set.");
    static final Setting<Duration> TTL =
            Setting.duration("state.ttl", "60s", "How long a state is kept before it is read anew.");
    static final Setting<Duration> MAX_STALE = Setting.duration(
            "state.max-stale", "24h", "How old the last good state may become while it cannot be read anew.");
    static final Setting<Duration> WATCH_EVERY = Setting.duration(
            "state.watch-every",
            "10s",
            "How often a source with listeners looks for changes; local files are mostly seen to change at once.");
    static final Setting<Integer> MAX_SIZE =
            Setting.integer("state.max-size", 256, 1, 2_047, "The largest state file that is read, in MiB.");
    static final Setting<Duration> RETRY_FOR = Setting.duration(
            "state.retry-for", "2s", "How long a state file is read again that Terraform is just writing.");
    static final Setting<Duration> REQUEST_TIMEOUT = Setting.duration(
            "state.request-timeout",
            "60s",
            "How long one request for a state over http may take, its answer included.");
    static final Setting<String> HTTP_USERNAME = Setting.text(
            "state.http.username",
            "As whom states are read over http, instead of what the backend's configuration says.");
    static final Setting<Secret> HTTP_PASSWORD =
            Setting.secret("state.http.password", "The password of state.http.username.");

    static final Setting<Secret> PASSPHRASE =
            Setting.secret("state.passphrase", "The passphrase of states that OpenTofu encrypted.");

    static final List<Setting<?>> ALL = List.of(
            LOCATION,
            DIRECTORY,
            TTL,
            MAX_STALE,
            WATCH_EVERY,
            MAX_SIZE,
            RETRY_FOR,
            REQUEST_TIMEOUT,
            HTTP_USERNAME,
            HTTP_PASSWORD,
            PASSPHRASE);

    private TerraformSettings() {}
}
