package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of docs/storage-contract.md says what the kit's display names say. */
class StorageContractTableTest {

    private static final Pattern ROW = Pattern.compile("\\| A\\d+\\.(\\d+) \\|.*\\|(.*)\\|");
    private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+\\.\\w+)`");
    private static final Pattern CASE = Pattern.compile("A\\d+\\.(\\d+)(?: to A\\d+\\.(\\d+))?");

    private static Map<Integer, Set<String>> table() throws IOException {
        Map<Integer, Set<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "storage-contract.md"))) {
            ROW.matcher(line)
                    .results()
                    .forEach(row -> rows.put(
                            Integer.valueOf(row.group(1)),
                            METHOD.matcher(row.group(2))
                                    .results()
                                    .map(method -> method.group(1))
                                    .collect(Collectors.toCollection(TreeSet::new))));
        }
        return rows;
    }

    private static Map<Integer, Set<String>> kit() {
        Map<Integer, Set<String>> cases = new TreeMap<>();
        for (Class<?> group : StorageContract.class.getDeclaredClasses()) {
            for (Method method : group.getSuperclass().getDeclaredMethods()) {
                Stream.ofNullable(method.getAnnotation(DisplayName.class))
                        .flatMap(name -> numbersIn(name.value()))
                        .forEach(number -> cases.computeIfAbsent(number, key -> new TreeSet<>())
                                .add(group.getSimpleName() + "." + method.getName()));
            }
        }
        return cases;
    }

    private static Stream<Integer> numbersIn(String displayName) {
        return CASE.matcher(displayName).results().flatMap(StorageContractTableTest::numbersOf);
    }

    private static Stream<Integer> numbersOf(MatchResult found) {
        int first = Integer.parseInt(found.group(1));
        int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
        return IntStream.rangeClosed(first, last).boxed();
    }

    @Test
    void tableNamesTheMethodsOfTheKit() throws IOException {
        Map<Integer, Set<String>> named = table();
        named.values().removeIf(Set::isEmpty);
        assertThat(named).isEqualTo(kit());
    }

    @Test
    void tableHasEveryCaseOfTheGroupsA1ToA10() throws IOException {
        List<Integer> all = IntStream.rangeClosed(1, 152).boxed().toList();
        assertThat(table().keySet()).containsAll(all);
    }

    @Test
    void everyGroupIsTestedAndEveryCaseHasDisplayName() {
        for (Class<?> group : StorageContract.class.getDeclaredClasses()) {
            List<Method> cases = Arrays.stream(group.getSuperclass().getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(org.junit.jupiter.params.ParameterizedTest.class))
                    .toList();
            assertThat(cases).as(group.getSimpleName()).isNotEmpty();
            assertThat(cases).allMatch(method -> method.isAnnotationPresent(DisplayName.class));
        }
    }
}
