package io.databot.terraform;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What JSON that is no state seems to be, by the names at its top. */
final class ForeignJson {

    /** A kind of file: names that all stand in it, and what it is called, as in "it is ...". */
    private record Kind(Set<String> names, String what) {}

    private static final Set<String> CONFIGURATION = Set.of(
            "terraform",
            "resource",
            "data",
            "provider",
            "variable",
            "output",
            "locals",
            "module",
            "moved",
            "removed",
            "import",
            "check",
            "ephemeral",
            "//");

    private static final List<Kind> KINDS = List.of(
            new Kind(Set.of("planned_values"), "a plan in JSON (terraform show -json PLAN)"),
            new Kind(Set.of("resource_changes"), "a plan in JSON (terraform show -json PLAN)"),
            new Kind(Set.of("provider_schemas"), "what terraform providers schema -json prints"),
            new Kind(Set.of("function_signatures"), "what terraform metadata functions -json prints"),
            new Kind(Set.of("valid", "diagnostics"), "what terraform validate -json prints"),
            new Kind(Set.of("provider_selections"), "what terraform version -json prints"),
            new Kind(Set.of("@level", "@message"), "a log that terraform prints with -json"),
            new Kind(Set.of("format_version", "modules"), "what terraform modules -json prints"),
            new Kind(Set.of("format_version"), "what another command of Terraform prints with -json"),
            new Kind(Set.of("ID", "Operation", "Who"), "a lock file"),
            new Kind(Set.of("Modules"), "the list of modules that terraform init leaves"),
            new Kind(Set.of("credentials"), "the credentials that terraform login leaves"),
            new Kind(Set.of("deployment"), "a stack that Pulumi exported"),
            new Kind(Set.of("checkpoint"), "a checkpoint of Pulumi"),
            new Kind(Set.of("private_key", "client_email"), "the key of a Google service account"),
            new Kind(Set.of("error"), "a service's error in JSON"),
            new Kind(Set.of("errors"), "a service's error in JSON"));

    private ForeignJson() {}

    /** As in "it is ..."; empty if the names tell nothing. */
    static Optional<String> named(Set<String> names) {
        for (Kind kind : KINDS) {
            if (names.containsAll(kind.names())) {
                return Optional.of(kind.what());
            }
        }
        if (names.equals(Set.of("data"))) {
            return Optional.of("a reply of a service's API, such as HCP Terraform's");
        }
        return !names.isEmpty() && CONFIGURATION.containsAll(names)
                ? Optional.of("Terraform configuration in JSON")
                : Optional.empty();
    }

    /** The names that stand in a plan and never in a state. */
    static boolean isPlan(Set<String> names) {
        return names.contains("planned_values") || names.contains("resource_changes");
    }
}
