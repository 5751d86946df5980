package io.databot.terraform.google;

import io.databot.state.StateInstance;
import java.util.Optional;

/**
 * A {@code google_service_account}. It has no labels.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google/blob/main/website/docs/r/google_service_account.html.markdown">Its
 *     attributes</a>
 */
public final class ServiceAccountResource extends GoogleResource {

    static final String TYPE = "google_service_account";

    ServiceAccountResource(StateInstance instance) {
        super(instance);
    }

    /** The e-mail. */
    @Override
    public String name() {
        return email();
    }

    /** Its e-mail, by which it is named in grants. */
    public String email() {
        return attributes().text("email");
    }

    /** As it stands in IAM policies: {@code serviceAccount:} and the e-mail. */
    public String member() {
        return "serviceAccount:" + email();
    }

    /** What stands before the e-mail's at sign. */
    public Optional<String> accountId() {
        return attributes().findText("account_id");
    }

    /** The number that stays when the e-mail is used again. */
    public Optional<String> uniqueId() {
        return attributes().findText("unique_id");
    }

    /** Its name for people. */
    public Optional<String> displayName() {
        return attributes().findText("display_name");
    }

    /** What it is for. */
    public Optional<String> description() {
        return attributes().findText("description");
    }

    /** Whether it can do nothing for now. */
    public boolean disabled() {
        return attributes().flag("disabled");
    }
}
