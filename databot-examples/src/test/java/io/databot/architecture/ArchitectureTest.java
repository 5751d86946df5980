package io.databot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The import directions of the house: who may see whom, and who alone knows which library. */
class ArchitectureTest {

    private static final String[] API = {
        "io.databot.storage..",
        "io.databot.compute..",
        "io.databot.state..",
        "io.databot.credential..",
        "io.databot.failure.."
    };
    private static final String[] CORE_BUT_SPI = {
        "io.databot", "io.databot.settings..", "io.databot.discovery..", "io.databot.resilience.."
    };
    private static final String[] ADAPTERS = {
        "io.databot.gcp..", "io.databot.s3..", "io.databot.terraform..", "io.databot.inmemory.."
    };

    private static JavaClasses classes;

    @BeforeAll
    static void importOurClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.databot");
    }

    @Test
    void everyModuleIsLookedAt() {
        String[] parts = {
            "storage", "spi", "gcp", "s3", "terraform", "terraform.google", "inmemory", "testkit", "examples"
        };
        for (String part : parts) {
            assertThat(classes.stream().map(JavaClass::getPackageName)).contains("io.databot." + part);
        }
    }

    @Test
    void apiKnowsTheJdkAndItselfOnly() {
        check(classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat(API, "java..", "org.jspecify..")));
    }

    @Test
    void coreKnowsNoAdapter() {
        check(noClasses()
                .that()
                .resideInAnyPackage(concat(CORE_BUT_SPI, "io.databot.spi.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS));
    }

    @Test
    void spiKnowsApiAndGuiceOnly() {
        check(classes()
                .that()
                .resideInAPackage("io.databot.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        concat(API, "io.databot.spi..", "com.google.inject..", "java..", "org.jspecify..")));
    }

    @Test
    void adaptersSeeOfCoreTheSpiOnly() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE_BUT_SPI));
    }

    @Test
    void adaptersDoNotSeeOneAnother() {
        check(slices().matching("io.databot.(gcp|s3|terraform|inmemory)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void viewsOfGooglesResourcesWorkOnAnyState() {
        check(classes()
                .that()
                .resideInAPackage("io.databot.terraform.google..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat(API, "io.databot.terraform.google..", "java..", "org.jspecify..")));
    }

    @Test
    void testkitSeesApiOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("io.databot.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(ADAPTERS, concat(CORE_BUT_SPI, "io.databot.spi.."))));
    }

    @Test
    void onlyGcpKnowsGooglesSdk() {
        onlyIn("io.databot.gcp..", "com.google.cloud..", "com.google.auth..", "com.google.api..", "io.grpc..");
    }

    @Test
    void onlyS3KnowsAmazonsSdk() {
        onlyIn("io.databot.s3..", "software.amazon..");
    }

    @Test
    void onlyTerraformKnowsCaffeine() {
        onlyIn("io.databot.terraform..", "com.github.benmanes.caffeine..");
    }

    @Test
    void onlyCoreKnowsResilience4j() {
        onlyIn("io.databot.resilience..", "io.github.resilience4j..");
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("io.databot.(*)..").should().beFreeOfCycles());
    }

    @Test
    void noPackageIsInTwoModules() {
        Map<String, Set<String>> places = new HashMap<>();
        for (JavaClass one : classes) {
            one.getSource()
                    .ifPresent(source -> places.computeIfAbsent(one.getPackageName(), name -> new TreeSet<>())
                            .add(moduleOf(source.getUri(), one)));
        }
        assertThat(places)
                .isNotEmpty()
                .allSatisfy((name, modules) -> assertThat(modules).as(name).hasSize(1));
    }

    private static String moduleOf(URI uri, JavaClass one) {
        String path = uri.toString();
        return path.substring(0, path.indexOf(one.getPackageName().replace('.', '/')));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> packages = classes.stream()
                .map(JavaClass::getPackage)
                .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(packages).isEmpty();
    }

    @Test
    void portsHaveNoDefaultMethods() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(API)
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .should(beAbstractOrStatic()));
    }

    @Test
    void nothingIsNamedImplManagerOrUtil() {
        check(noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper)"));
    }

    @Test
    void libraryCodePrintsNothing() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.databot.examples..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    private static void onlyIn(String place, String... libraries) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "belong to " + String.join(", ", libraries),
                        one -> com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(libraries)
                                .test(one))));
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> beAbstractOrStatic() {
        return new ArchCondition<>("be abstract, static or private") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                Set<JavaModifier> modifiers = method.getModifiers();
                boolean right = modifiers.contains(JavaModifier.ABSTRACT)
                        || modifiers.contains(JavaModifier.STATIC)
                        || modifiers.contains(JavaModifier.PRIVATE);
                events.add(new SimpleConditionEvent(method, right, method.getFullName()));
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.check(classes);
    }

    private static String[] concat(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
