package io.databot.discovery;

import io.databot.failure.FailureDetails;
import io.databot.failure.NotFoundFailure;
import io.databot.state.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says that nothing was found: where was looked, what there is instead, and what would mend it. */
final class Absence {

    private Absence() {}

    static NotFoundFailure of(
            ResourceKind kind, Optional<String> name, String environment, State state, Levels levels) {
        String setting =
                "databot." + kind.settingKey() + name.map(own -> "." + own).orElse("");
        List<String> outputs = PlainOutputs.namesOf(kind, environment, name).stream()
                .map(output -> "output." + output)
                .toList();
        String looked =
                "setting " + setting + ", output.databot." + kind.contractKey() + ", labels databot_environment, "
                        + String.join(", ", outputs) + ", output." + kind.contractKey()
                        + ", labels environment and env, keys, names";
        return new NotFoundFailure(FailureDetails.of(
                "find " + described(kind, name, environment),
                state.origin(),
                "nothing fits; looked at " + looked,
                present(kind, levels) + " Set " + setting + "=NAME, or name it in the output databot."));
    }

    static String described(ResourceKind kind, Optional<String> name, String environment) {
        return kind.label() + name.map(own -> " \"" + own + "\"").orElse("") + " of environment " + environment;
    }

    private static String present(ResourceKind kind, Levels levels) {
        List<Candidate> candidates = levels.candidates();
        if (candidates.isEmpty()) {
            return "The state has no resource of type " + String.join(" or ", kind.types()) + ".";
        }
        return "The state has "
                + candidates.stream()
                        .limit(10)
                        .map(candidate -> candidate.name() + " (" + candidate.address() + ")")
                        .collect(Collectors.joining(", "))
                + (candidates.size() > 10 ? " and " + (candidates.size() - 10) + " more." : ".");
    }
}
