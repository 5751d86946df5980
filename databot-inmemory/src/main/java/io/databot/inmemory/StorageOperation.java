package io.databot.inmemory;

/** The calls of {@link InMemoryStorage} that are counted and can be made to fail. */
public enum StorageOperation {
    PUT("put"),
    /** Opening a writer. */
    WRITER("open writer"),
    /** Committing a writer. */
    COMMIT("commit"),
    /** Opening a reader; faults of its bytes are given here too. */
    READER("read"),
    FIND("find"),
    LIST("list"),
    COPY("copy"),
    COMPOSE("compose"),
    UPDATE("update"),
    DELETE("delete"),
    DELETE_ALL("delete all"),
    PROBE("probe");

    private final String label;

    StorageOperation(String label) {
        this.label = label;
    }

    /** As failures name it. */
    String label() {
        return label;
    }
}
