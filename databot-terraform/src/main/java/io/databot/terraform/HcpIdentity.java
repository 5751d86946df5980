package io.databot.terraform;

import com.fasterxml.jackson.core.JsonParser;
import io.databot.credential.Secret;
import io.databot.failure.DatabotException;
import io.databot.state.StateValue;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token that Terraform would send to a host: the backend's own; else that of a variable {@code TF_TOKEN_}HOST; else
 * that which {@code terraform login} stored. Not a record: it holds a token.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/cli/config/config-file#credentials-1">Credentials</a>
 */
final class HcpIdentity {

    /** How to give one. */
    static final String REMEDY =
            "Run terraform login HOST, or set the variable TF_TOKEN_HOST with the host's dots as _ and its hyphens as __."
                    + " Of Terraform's own configuration only JSON is read here (credentials.tfrc.json, or the file that"
                    + " TF_CLI_CONFIG_FILE names): tokens in .terraformrc and credentials helpers are not.";

    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

    private final Optional<String> configured;
    private final Function<String, Optional<String>> variables;

    HcpIdentity(Optional<String> configured, Function<String, Optional<String>> variables) {
        this.configured = configured;
        this.variables = variables;
    }

    /**
     * The header's value for a host; looked up each time, for logins come and go.
     *
     * @throws io.databot.failure.NotAuthenticatedFailure if there is no token, or none that can be sent
     */
    Secret authorization(String host, HttpFailures failures) {
        String token = configured
                .or(() -> fromVariables(host))
                .or(() -> fromFile(host))
                .orElseThrow(() -> failures.withoutIdentity("there is no token for the host " + host));
        if (!SENDABLE.matcher(token).matches()) {
            throw failures.withoutIdentity("the token for the host " + host + " has characters that none can have");
        }
        return Secret.of("Bearer " + token);
    }

    private Optional<String> fromVariables(String host) {
        return names(host).stream()
                .flatMap(name -> variable("TF_TOKEN_" + name).stream())
                .findFirst();
    }

    /** Dots and hyphens are hard to have in names of variables; names in Unicode and capitals are allowed too. */
    private static Set<String> names(String host) {
        Set<String> names = new LinkedHashSet<>();
        for (String one : new String[] {host, IDN.toUnicode(host), host.toUpperCase(Locale.ROOT)}) {
            names.add(one.replace("-", "__").replace('.', '_'));
            names.add(one.replace('.', '_'));
            names.add(one.replace("-", "__"));
            names.add(one);
        }
        return names;
    }

    private Optional<String> fromFile(String host) {
        return file().flatMap(HcpIdentity::content)
                .flatMap(content -> content.entry("credentials"))
                .flatMap(hosts -> hosts.entry(host).or(() -> hosts.entry(IDN.toUnicode(host))))
                .flatMap(credentials -> credentials.entry("token"))
                .flatMap(StateValue::string)
                .filter(token -> !token.isEmpty());
    }

    /** A configuration that is named takes the place of all others. */
    private Optional<Path> file() {
        try {
            return variable("TF_CLI_CONFIG_FILE")
                    .map(Path::of)
                    .or(() -> directory().map(directory -> directory.resolve("credentials.tfrc.json")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> directory() {
        return variable("APPDATA")
                .filter(path -> isWindows())
                .map(path -> Path.of(path, "terraform.d"))
                .or(() -> variable("HOME").map(path -> Path.of(path, ".terraform.d")));
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** What cannot be read, or is written in Terraform's own language, is passed over; the remedy says so. */
    private static Optional<StateValue> content(Path file) {
        if (!FileBytes.exist(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = FileBytes.read(file, MAX_BYTES);
            try (JsonParser json = Json.parser(bytes, 0, bytes.length)) {
                return json.nextToken() == null ? Optional.empty() : Optional.of(Values.read(json));
            }
        } catch (IOException | DatabotException e) {
            return Optional.empty();
        }
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HcpIdentity that && configured.equals(that.configured);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(configured);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
