package io.databot.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.Databot;
import io.databot.Environment;
import io.databot.examples.Programs;
import io.databot.settings.Sources;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is true: its Java compiles, its commands exist, its settings are settings. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    /** What the README's Java may name without saying where it is from. */
    private static final String IMPORTS = Stream.of(
                    "com.google.inject.*",
                    "com.google.inject.name.Names",
                    "io.databot.*",
                    "io.databot.failure.*",
                    "io.databot.inmemory.*",
                    "io.databot.state.*",
                    "io.databot.storage.*",
                    "io.databot.terraform.google.*",
                    "java.nio.file.Path",
                    "java.time.*")
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    private static Blocks readme() throws IOException {
        return Blocks.of(ROOT.resolve("README.md"));
    }

    static List<String> javaBlocks() throws IOException {
        return readme().in("java");
    }

    @Test
    void everyKindOfBlockIsChecked() throws IOException {
        assertThat(readme().languages()).containsExactlyInAnyOrder("java", "sh", "text", "xml", "properties");
    }

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void javaBlockCompiles(String block, @TempDir Path directory) {
        String parameters = (block.contains("Databot databot =") ? "" : "Databot databot, ")
                + (block.contains("Bucket bucket =") ? "Object other" : "Bucket bucket");
        String source = IMPORTS + "class Snippet { void run(" + parameters + ") throws Exception {\n" + block + "}}";
        StringWriter messages = new StringWriter();

        assertThat(compile(source, directory, messages)).as(messages::toString).isTrue();
    }

    private static boolean compile(String source, Path directory, StringWriter messages) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-d", directory.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        return compiler.getTask(messages, null, null, options, null, List.of(file))
                .call();
    }

    @Test
    void shownOutputIsWhatTheQuickstartPrints() throws IOException {
        String printed = Programs.print("quickstart")
                .replaceAll("read from .*/(?=terraform/fixtures/)", "read from ")
                .replaceAll("generation \\d+", "generation 1");

        assertThat(readme().in("text").stream().map(text -> text.replaceAll("generation \\d+", "generation 1")))
                .containsExactly(printed);
    }

    @Test
    void makeTargetsExist() throws IOException {
        String makefile = Files.readString(ROOT.resolve("Makefile"));
        List<String> shown = readme().in("sh").stream()
                .flatMap(String::lines)
                .map(line -> Pattern.compile("\\bmake (\\S+)").matcher(line))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();

        assertThat(shown)
                .contains("quickstart", "test")
                .allSatisfy(target -> assertThat(makefile).containsPattern("(?m)^" + target + ":"));
    }

    @Test
    void shownExamplesRun() throws IOException {
        Pattern call = Pattern.compile("make example NAME=(\\S+) ARGS=\"(.*)\"");
        List<String> printed = readme().in("sh").stream()
                .flatMap(String::lines)
                .map(call::matcher)
                .filter(Matcher::matches)
                .map(example -> Programs.print((example.group(1) + " " + example.group(2)).split(" ")))
                .toList();

        assertThat(printed).hasSizeGreaterThan(4).doesNotContain("");
    }

    @Test
    void mavenLinesAreThoseOfTheMakefile() throws IOException {
        String makefile = Files.readString(ROOT.resolve("Makefile"))
                .replace("$(MAVEN)", "mvn -B -ntp")
                .replace("$(EXAMPLES)", "databot-examples");
        List<String> shown = readme().in("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("mvn "))
                .toList();

        assertThat(shown).hasSize(2).allSatisfy(line -> assertThat(makefile).contains(line));
    }

    @Test
    void dependencyIsTheArtifactOfThisBuild() throws IOException {
        String pom = Files.readString(ROOT.resolve("databot-gcp/pom.xml"));
        String block = String.join("", readme().in("xml"));

        assertThat(pom).contains(valueOf("artifactId", block)).contains(valueOf("version", block));
    }

    private static String valueOf(String element, String xml) {
        Matcher matcher =
                Pattern.compile("<" + element + ">.*?</" + element + ">").matcher(xml);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Test
    void settingsShownAreAccepted(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("databot.properties"), String.join("\n", readme().in("properties")));

        try (Databot databot = Databot.open(Environment.of("dev").withSources(Sources.none(directory)))) {
            assertThat(databot.environment()).isEqualTo("dev");
        }
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme().text());

        assertThat(links.results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }
}
