package io.databot.benchmarks;

import io.databot.terraform.TerraformState;

/** Prints one value of a state file: what a process costs that uses Databot's reader and nothing around it. */
public final class Ask {

    private Ask() {}

    /** The arguments are the query and the file. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give a query and a file.");
        }
        System.out.println(TerraformState.at(arguments[1]).readOnce().get(arguments[0]));
    }
}
