package io.databot.benchmarks;

import java.util.Locale;

/**
 * What one team has: the same hundred instances, in a module or in the root module.
 *
 * @param number its position from 0
 * @param instances how many of the hundred instances there are
 * @param module the address of its module; empty in the root module
 */
record Unit(int number, int instances, String module) {

    static final int SIZE = UnitPlan.PARTS.stream().mapToInt(part -> part.keys().size()).sum();

    String id() {
        return String.format(Locale.ROOT, "%04d", number);
    }

    boolean inRoot() {
        return module.isEmpty();
    }

    /** Tells the names in the root module apart. */
    String suffix() {
        return inRoot() ? "_" + id() : "";
    }

    /** The module as Terraform writes it into dependencies: without keys. */
    String dependencyPrefix() {
        return inRoot() ? "" : module.replaceAll("\\[[^]]*]", "") + ".";
    }

    String addressPrefix() {
        return inRoot() ? "" : module + ".";
    }
}
