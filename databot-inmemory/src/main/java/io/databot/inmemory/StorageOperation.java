package io.databot.inmemory;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    private static final Set<StorageOperation> ALL = Collections.unmodifiableSet(EnumSet.allOf(StorageOperation.class));
    private static final Set<StorageOperation> WRITES =
            Collections.unmodifiableSet(EnumSet.of(PUT, COMMIT, COPY, COMPOSE, UPDATE, DELETE, DELETE_ALL));

    private final String label;

    StorageOperation(String label) {
        this.label = label;
    }

    /** Every kind of call. */
    public static Set<StorageOperation> all() {
        return ALL;
    }

    /** The calls that change something. */
    public static Set<StorageOperation> writes() {
        return WRITES;
    }

    /** As failures name it. */
    String label() {
        return label;
    }
}
