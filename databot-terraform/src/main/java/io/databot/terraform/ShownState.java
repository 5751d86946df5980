package io.databot.terraform;

import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.StateFailure;
import io.databot.failure.StateFailure.Problem;
import io.databot.state.Address;
import io.databot.state.Address.ModuleStep;
import io.databot.state.InstanceKey;
import io.databot.state.ResourceMode;
import io.databot.state.StateSnapshot;
import io.databot.state.StateValue;
import io.databot.terraform.PlainInstance.Label;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what {@code terraform show -json} prints of a state. Dynamic values stand there without their wrapper.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">Terraform's JSON output format</a>
 */
final class ShownState {

    private static final Pattern KNOWN_FORMAT = Pattern.compile("1\\.[0-9]{1,9}");

    private final Refusals refusals;
    private final Gathered gathered;

    private ShownState(Refusals refusals) {
        this.refusals = refusals;
        this.gathered = new Gathered(refusals);
    }

    /** @throws StateFailure if it does not fit the format */
    static StateSnapshot read(StateText text, Instant readAt) {
        ShownState reader = new ShownState(text.refusals());
        reader.readAll(Fields.of(Values.whole(text), "the state", text.refusals()));
        return reader.gathered.snapshot(
                new StateSnapshot.Header("", 0, text.refusals().origin(), readAt, false));
    }

    private void readAll(Fields top) {
        if (!KNOWN_FORMAT.matcher(top.text("format_version")).matches()) {
            throw refusals.refuse(
                    Problem.UNSUPPORTED_VERSION,
                    "it is a state that terraform show -json printed, of a format version other than 1.x",
                    Refusals.PULL + ".");
        }
        Optional<StateValue> values = top.find("values");
        if (values.isPresent()) {
            Fields fields = Fields.of(values.get(), "values", refusals);
            gathered.addOutputs(fields.map("outputs"));
            fields.find("root_module").ifPresent(this::modules);
        }
    }

    /** The module and all below it, in the order of the file. */
    private void modules(StateValue root) {
        Deque<StateValue> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            Fields module = Fields.of(waiting.removeFirst(), "a module", refusals);
            List<ModuleStep> steps = steps(module.text("address"));
            for (StateValue resource : module.list("resources")) {
                resource(Fields.of(resource, "a resource", refusals), steps);
            }
            List<StateValue> children = module.list("child_modules");
            for (int i = children.size() - 1; i >= 0; i--) {
                waiting.addFirst(children.get(i));
            }
        }
    }

    private List<ModuleStep> steps(String address) {
        try {
            return Address.parseModule(address);
        } catch (InvalidRequestFailure e) {
            throw refusals.malformed("a module's address is not one");
        }
    }

    private void resource(Fields resource, List<ModuleStep> module) {
        Address address = address(resource, module);
        Optional<String> deposed = Optional.of(resource.text("deposed_key")).filter(key -> !key.isEmpty());
        Marks marks = new Marks();
        resource.find("sensitive_values").ifPresent(marks::addTree);
        StateValue attributes = StateValue.of(resource.map("values"));
        gathered.add(new PlainInstance(new Label(address, resource.flag("tainted"), deposed), attributes), marks);
    }

    /** What the address says is said again beside it. */
    private Address address(Fields resource, List<ModuleStep> module) {
        Address address = parsed(resource.text("address"));
        Address told = new Address(
                module, mode(resource.text("mode")), resource.text("type"), resource.text("name"), key(resource));
        if (!told.equals(address)) {
            throw refusals.malformed("a resource's address contradicts its module, mode, type, name or index");
        }
        return address;
    }

    private Address parsed(String address) {
        try {
            return Address.parse(address);
        } catch (InvalidRequestFailure e) {
            throw refusals.malformed("a resource's address is not one");
        }
    }

    private ResourceMode mode(String mode) {
        return switch (mode) {
            case "managed" -> ResourceMode.MANAGED;
            case "data" -> ResourceMode.DATA;
            default -> throw refusals.malformed("a resource's mode is neither \"managed\" nor \"data\"");
        };
    }

    private InstanceKey key(Fields resource) {
        Optional<StateValue> index = resource.find("index");
        if (index.isEmpty()) {
            return InstanceKey.NONE;
        }
        return switch (index.get().kind()) {
            case STRING -> InstanceKey.of(index.get().asString());
            case NUMBER -> InstanceKey.of(position(index.get().asBigDecimal()));
            default -> throw refusals.malformed("a resource's index is neither a text nor a number");
        };
    }

    private long position(BigDecimal index) {
        if (index.scale() != 0 || index.signum() < 0 || index.precision() > 18) {
            throw refusals.malformed("a resource's index is not whole, negative or out of bounds");
        }
        return index.longValue();
    }
}
