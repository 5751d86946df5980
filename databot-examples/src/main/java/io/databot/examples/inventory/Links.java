package io.databot.examples.inventory;

import io.databot.state.State;
import io.databot.state.StateInstance;
import io.databot.state.StateValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds how items have to do with one another: which service account something runs as, and which roles an account was
 * given on a bucket, a service or a job. Only what the values themselves say counts: Terraform's own dependencies are not
 * part of a state as Databot gives it.
 */
final class Links {

    /** The types that give one member one role, and in which attribute they name what for. */
    private static final Map<String, Target> GRANTS = Map.of(
            "google_storage_bucket_iam_member", new Target(Kind.BUCKET, "bucket"),
            "google_cloud_run_service_iam_member", new Target(Kind.SERVICE, "service"),
            "google_cloud_run_v2_service_iam_member", new Target(Kind.SERVICE, "name"),
            "google_cloud_run_v2_job_iam_member", new Target(Kind.JOB, "name"));

    private record Target(Kind kind, String attribute) {}

    private final Map<String, Item> accounts = new LinkedHashMap<>();
    private final List<Item> items;
    private final List<Link> links = new ArrayList<>();

    private Links(List<Item> items) {
        this.items = items;
        items.stream()
                .filter(item -> item.kind() == Kind.SERVICE_ACCOUNT)
                .filter(item -> !item.name().equals(Redacted.HIDDEN))
                .forEach(item -> accounts.putIfAbsent(item.name(), item));
    }

    static List<Link> of(State state, List<Item> items) {
        Links links = new Links(items);
        items.forEach(links::runsAs);
        state.instances().stream()
                .filter(instance -> instance.deposedKey().isEmpty())
                .forEach(links::granted);
        return links.links.stream().distinct().toList();
    }

    private void runsAs(Item item) {
        item.runsAs().map(accounts::get).ifPresent(account -> links.add(new Link(item, account, "runs as")));
    }

    private void granted(StateInstance instance) {
        Target target = GRANTS.get(instance.address().type());
        if (target == null) {
            return;
        }
        StateValue attributes = instance.attributes();
        Optional<Item> account = text(attributes, "member").map(Links::email).map(accounts::get);
        Optional<Item> thing = text(attributes, target.attribute()).flatMap(name -> called(target.kind(), name));
        Optional<String> role = text(attributes, "role").map(Links::shortRole);
        if (account.isPresent() && thing.isPresent() && role.isPresent()) {
            links.add(new Link(account.get(), thing.get(), role.get()));
        }
    }

    private Optional<Item> called(Kind kind, String name) {
        String brief = name.substring(name.lastIndexOf('/') + 1);
        List<Item> found = items.stream()
                .filter(item -> item.kind() == kind && item.name().equals(brief))
                .toList();
        return found.size() == 1 && !brief.equals(Redacted.HIDDEN) ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<String> text(StateValue attributes, String name) {
        return attributes.entry(name).flatMap(StateValue::string);
    }

    private static String email(String member) {
        return member.substring(member.indexOf(':') + 1);
    }

    private static String shortRole(String role) {
        return role.startsWith("roles/") ? role.substring("roles/".length()) : role;
    }
}
