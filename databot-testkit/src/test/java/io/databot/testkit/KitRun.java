package io.databot.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract against an adapter, inside a test, and tells which of its cases ended how. */
final class KitRun implements TestExecutionListener {

    private final Set<String> passed = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();
    private final Set<String> aborted = new TreeSet<>();

    private KitRun() {}

    /** Runs all of a contract. */
    static KitRun of(Class<?> contract) {
        return of(selectClass(contract));
    }

    /** Runs one group of a contract, by the name of its nested class. */
    static KitRun of(Class<?> contract, String group) {
        for (Class<?> nested : contract.getSuperclass().getDeclaredClasses()) {
            if (nested.getSimpleName().equals(group)) {
                return of(selectNestedClass(List.of(contract), nested));
            }
        }
        throw new IllegalArgumentException("no group " + group);
    }

    private static KitRun of(DiscoverySelector selector) {
        KitRun run = new KitRun();
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selector).build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .ifPresent(name -> setOf(result.getStatus()).add(name));
    }

    private Set<String> setOf(TestExecutionResult.Status status) {
        return switch (status) {
            case SUCCESSFUL -> passed;
            case FAILED -> failed;
            case ABORTED -> aborted;
        };
    }

    Set<String> passed() {
        return passed;
    }

    /** The names of the methods of which a case failed. */
    Set<String> failed() {
        return failed;
    }

    Set<String> aborted() {
        return aborted;
    }
}
