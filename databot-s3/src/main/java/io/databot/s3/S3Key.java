package io.databot.s3;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keys of states other than the default workspace's. */
final class S3Key {

    private S3Key() {}

    /** As Terraform joins them: without empty steps, {@code .}, and {@code ..} where there is a step to leave. */
    static String joined(String prefix, String workspace, String key) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (prefix + "/" + workspace + "/" + key).split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
