package io.databot.gcp;

import io.databot.credential.AccessToken;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.apache.http.client.methods.HttpUriRequest;

/**
 * Signs requests to the service with the access token of any {@link CredentialProvider}; without one if it has none to
 * give. No other host gets the token, wherever a reply may point.
 */
final class BearerIdentity {

    private static final CredentialRequest<AccessToken> SCOPE =
            CredentialRequest.access("https://www.googleapis.com/auth/devstorage.read_write");

    private final CredentialProvider credentials;
    private final Optional<String> quotaProject;
    private final String service;

    BearerIdentity(CredentialProvider credentials, Optional<String> quotaProject, URI service) {
        this.credentials = credentials;
        this.quotaProject = quotaProject;
        this.service = origin(service);
    }

    void sign(HttpUriRequest request) {
        if (origin(request.getURI()).equals(service)) {
            credentials
                    .get(SCOPE)
                    .ifPresent(token -> request.setHeader(
                            "Authorization", "Bearer " + token.token().reveal()));
            quotaProject.ifPresent(project -> request.setHeader("x-goog-user-project", project));
        }
    }

    /** A token that was refused is not offered again. */
    void answered(int status) {
        if (status == 401) {
            credentials.invalidate(SCOPE);
        }
    }

    private static String origin(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).toLowerCase(Locale.ROOT);
    }
}
