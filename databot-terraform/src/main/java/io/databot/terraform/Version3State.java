package io.databot.terraform;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.StateFailure;
import io.databot.state.Address;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import io.databot.state.StateValue.Kind;
import io.databot.terraform.PlainInstance.Label;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a state of version 3, as Terraform 0.7 to 0.11 wrote it. Attributes are flat texts there, and stay texts.
 *
 * @see <a href="https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version3_upgrade.go">Its upgrade</a>
 */
final class Version3State {

    /** Such as {@code data.google_project.this.0}; the number is that of {@code count}. */
    private static final Pattern RESOURCE =
            Pattern.compile("(?<resource>(data\\.)?[^.\\[]+\\.[^.\\[]+)(\\.(?<index>[0-9]{1,18}))?");

    private static final Pattern STEP = Pattern.compile("[^.\\[]+");

    private final Refusals refusals;
    private final Gathered gathered;
    private final Set<String> modules = new HashSet<>();

    private Version3State(Refusals refusals) {
        this.refusals = refusals;
        this.gathered = new Gathered(refusals);
    }

    /** @throws StateFailure if it does not fit the format */
    static StateSnapshot read(StateText text, Instant readAt) {
        Refusals refusals = text.refusals();
        Fields top = Fields.of(Values.whole(text), "the state", refusals);
        Version3State reader = new Version3State(refusals);
        for (StateValue module : top.list("modules")) {
            reader.module(Fields.of(module, "a module", refusals));
        }
        if (top.find("backend").isPresent() && reader.gathered.isEmpty()) {
            throw TopLevel.backendNote(refusals);
        }
        long serial = top.unsigned("serial").orElse(0L);
        return reader.gathered.snapshot(
                new StateSnapshot.Header(top.text("lineage"), serial, refusals.origin(), readAt, false));
    }

    private void module(Fields module) {
        String prefix = prefix(module.list("path"));
        if (!modules.add(prefix)) {
            throw refusals.malformed("a module stands twice in the state");
        }
        if (prefix.isEmpty()) {
            gathered.addOutputs(module.map("outputs"));
        }
        for (Map.Entry<String, StateValue> entry : module.map("resources").entrySet()) {
            resource(address(prefix, entry.getKey()), Fields.of(entry.getValue(), "a resource", refusals));
        }
    }

    /** The beginning of the addresses in a module; modules had no keys. */
    private String prefix(List<StateValue> path) {
        List<String> names = path.stream().map(step -> step.string().orElse("")).toList();
        boolean rooted = !names.isEmpty() && names.get(0).equals("root");
        if (!rooted || !names.stream().allMatch(name -> STEP.matcher(name).matches())) {
            throw refusals.malformed("a module's path is not one");
        }
        return names.stream().skip(1).map(name -> "module." + name + ".").collect(Collectors.joining());
    }

    private Address address(String prefix, String key) {
        Matcher matcher = RESOURCE.matcher(key);
        if (matcher.matches()) {
            String index = matcher.group("index");
            try {
                return Address.parse(
                        prefix + matcher.group("resource") + (index == null ? "" : "[" + Long.parseLong(index) + "]"));
            } catch (InvalidRequestFailure e) {
                // Refused below; it would quote the key.
            }
        }
        throw refusals.malformed("the key of a resource is not its address");
    }

    private void resource(Address address, Fields resource) {
        resource.find("primary").ifPresent(primary -> instance(address, primary, Optional.empty()));
        int number = 0;
        for (StateValue deposed : resource.list("deposed")) {
            // They had no keys; Terraform gives them these when it upgrades the state.
            Optional<String> deposedKey = Optional.of(String.format("%08x", ++number));
            if (!deposed.isNull()) {
                instance(address, deposed, deposedKey);
            }
        }
    }

    private void instance(Address address, StateValue written, Optional<String> deposedKey) {
        Fields instance = Fields.of(written, "an instance", refusals);
        Map<String, StateValue> flat = new LinkedHashMap<>(instance.map("attributes"));
        for (StateValue attribute : flat.values()) {
            if (attribute.kind() != Kind.STRING) {
                throw refusals.malformed("an attribute of " + address + " is not a text");
            }
        }
        String id = instance.text("id");
        if (!id.isEmpty()) {
            flat.merge("id", StateValue.of(id), (own, outer) -> own.asString().isEmpty() ? outer : own);
        }
        Label label = new Label(address, instance.flag("tainted"), deposedKey);
        gathered.add(new PlainInstance(label, FlatAttributes.unfold(flat)), new Marks());
    }
}
