package io.databot.gcp;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponse;
import io.databot.credential.AccessToken;
import io.databot.credential.CredentialProvider;
import io.databot.credential.CredentialRequest;
import java.util.Optional;

/** Signs requests with the access token of any {@link CredentialProvider}; without one if it has none to give. */
final class BearerIdentity implements HttpRequestInitializer {

    private static final CredentialRequest<AccessToken> SCOPE =
            CredentialRequest.access("https://www.googleapis.com/auth/devstorage.read_write");

    private final CredentialProvider credentials;
    private final Optional<String> quotaProject;

    BearerIdentity(CredentialProvider credentials, Optional<String> quotaProject) {
        this.credentials = credentials;
        this.quotaProject = quotaProject;
    }

    @Override
    public void initialize(HttpRequest request) {
        credentials.get(SCOPE).ifPresent(token -> {
            request.getHeaders().setAuthorization("Bearer " + token.token().reveal());
            request.setResponseInterceptor(this::forgetRefused);
        });
        quotaProject.ifPresent(project -> request.getHeaders().set("x-goog-user-project", project));
    }

    /** A token that was refused is not offered again. */
    private void forgetRefused(HttpResponse response) {
        if (response.getStatusCode() == 401) {
            credentials.invalidate(SCOPE);
        }
    }
}
