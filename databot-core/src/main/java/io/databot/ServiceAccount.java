package io.databot;

import io.databot.discovery.Discovered;
import java.util.Objects;
import java.util.Optional;

/**
 * A service account that Terraform made.
 *
 * @param email its e-mail, by which it is named in grants
 * @param uniqueId the number that stays when the e-mail is used again; empty if the state does not say it
 */
public record ServiceAccount(String email, Optional<String> uniqueId) {

    public ServiceAccount {
        Objects.requireNonNull(email, "email");
    }

    static ServiceAccount of(Discovered discovered) {
        return new ServiceAccount(discovered.name(), discovered.text("unique_id"));
    }

    /** As it stands in IAM policies: {@code serviceAccount:} and the e-mail. */
    public String member() {
        return "serviceAccount:" + email;
    }
}
