package io.databot.failure;

import java.util.List;

/** The settings of an environment do not hold; all their problems are reported together. */
public final class SettingsFailure extends DatabotException {

    private static final long serialVersionUID = 1L;

    /** Serializable, as {@link List#copyOf} gives it. */
    @SuppressWarnings("serial")
    private final List<String> problems;

    public SettingsFailure(FailureDetails details, List<String> problems) {
        super(details);
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem: where the setting came from, what is wrong, what would be right. */
    public List<String> problems() {
        return problems;
    }

    @Override
    protected SettingsFailure copy(FailureDetails details) {
        return new SettingsFailure(details, problems);
    }
}
