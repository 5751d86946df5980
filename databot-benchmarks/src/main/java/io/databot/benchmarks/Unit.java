package io.databot.benchmarks;

import java.util.Locale;

/** What one team has: the same hundred instances, in a module or in the root module. Immutable. */
final class Unit {

    static final int SIZE =
            UnitPlan.PARTS.stream().mapToInt(part -> part.keys().size()).sum();

    private final int number;
    private final int instances;
    private final String module;
    private final String id;
    private final String dependencyPrefix;

    /**
     * A unit.
     *
     * @param number its position from 0
     * @param instances how many of the hundred instances there are
     * @param module the address of its module; empty in the root module
     */
    Unit(int number, int instances, String module) {
        this.number = number;
        this.instances = instances;
        this.module = module;
        this.id = String.format(Locale.ROOT, "%04d", number);
        // Terraform writes dependencies without keys.
        this.dependencyPrefix = inRoot() ? "" : module.replaceAll("\\[[^]]*]", "") + ".";
    }

    int number() {
        return number;
    }

    int instances() {
        return instances;
    }

    String module() {
        return module;
    }

    String id() {
        return id;
    }

    boolean inRoot() {
        return module.isEmpty();
    }

    /** Tells the names in the root module apart. */
    String suffix() {
        return inRoot() ? "_" + id : "";
    }

    String dependencyPrefix() {
        return dependencyPrefix;
    }

    String addressPrefix() {
        return inRoot() ? "" : module + ".";
    }
}
