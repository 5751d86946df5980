package io.databot.discovery;

/** The levels of discovery, in the order in which they are tried; the first that finds anything decides. */
public enum Rule {
    SETTING("the settings"),
    CONTRACT("the output databot"),
    DATABOT_LABELS("labels databot_environment and databot_role"),
    OUTPUT("plain outputs"),
    LABELS("labels environment and env"),
    KEY("instance and module keys"),
    TOKEN("the words of module, resource and real names"),
    UNMARKED("what carries no sign of another environment");

    private final String label;

    Rule(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
