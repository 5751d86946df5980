package io.databot.gcp;

import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;

/** Loads an identity. */
interface CredentialSource {

    /** For people, without secrets. */
    String description();

    /**
     * Reads what there is; may do I/O.
     *
     * @throws IOException if Google's library cannot
     * @throws io.databot.failure.NotAuthenticatedFailure if what was found cannot be used
     */
    GoogleCredentials load(HttpTransportFactory transport) throws IOException;

    /** What Google's libraries find. */
    static CredentialSource applicationDefault() {
        return new CredentialSource() {
            @Override
            public String description() {
                return "application default credentials";
            }

            @Override
            public GoogleCredentials load(HttpTransportFactory transport) throws IOException {
                return GoogleCredentials.getApplicationDefault(transport);
            }
        };
    }
}
