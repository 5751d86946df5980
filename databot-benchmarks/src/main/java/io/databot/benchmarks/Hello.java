package io.databot.benchmarks;

/** Does nothing else: what every Java process costs. */
public final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
