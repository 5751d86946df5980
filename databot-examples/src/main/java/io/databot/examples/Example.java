package io.databot.examples;

import java.io.PrintStream;
import java.util.List;

/** A program that can be run by name. */
@FunctionalInterface
interface Example {

    /**
     * Runs it.
     *
     * @param arguments what stands after the name on the command line
     * @param out where to print
     * @throws Exception whatever the program does not handle; the runner prints it
     */
    void run(List<String> arguments, PrintStream out) throws Exception;
}
