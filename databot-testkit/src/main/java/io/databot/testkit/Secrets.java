package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.credential.AccessToken;
import io.databot.credential.Credential;
import io.databot.credential.IdentityToken;
import io.databot.credential.TokenPair;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Looks for what must not be printed, without printing it. */
final class Secrets {

    private Secrets() {}

    static String of(Credential credential) {
        if (credential instanceof AccessToken access) {
            return access.token().reveal();
        }
        return credential instanceof IdentityToken identity
                ? identity.token().reveal()
                : ((TokenPair) credential).secret().reveal();
    }

    static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    static void assertAbsent(List<String> secrets, String printed) {
        assertThat(secrets.stream().filter(printed::contains).count())
                .as("secrets in a printed text")
                .isZero();
    }
}
