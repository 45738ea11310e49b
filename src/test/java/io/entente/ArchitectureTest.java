package io.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, and the cores know nothing of Kafka. */
@AnalyzeClasses(packages = "io.entente", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z]+`(?:, `[a-z]+`)*) \\|");

    private static final String[] CORES = {
        "io.entente.language..",
        "io.entente.actor..",
        "io.entente.coder..",
        "io.entente.relation..",
        "io.entente.alert..",
        "io.entente.clock..",
        "io.entente.store..",
        "io.entente.article..",
        "io.entente.table.."
    };

    @ArchTest
    static final ArchRule CORES_KNOW_NOTHING_OF_KAFKA = noClasses()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "kafka..",
                    "io.entente.topology..",
                    "io.entente.pipeline..",
                    "io.entente.registry..",
                    "io.entente.embedded..",
                    "io.entente.serve..",
                    "io.entente.ops..",
                    "io.entente.config..");

    /** Each package of the table in docs/architecture.md is a layer; it may use those that follow. */
    @ArchTest
    static final ArchRule PACKAGES_STAND_AS_THE_DOCUMENTATION_SAYS = layersOf(Path.of("docs/architecture.md"));

    @ArchTest
    static final ArchRule CORES_OF_STAGES_MEET_IN_RECORDS =
            slices().matching("io.entente.(coder|relation|alert)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule RULES_STAND_IN_LAYERS = layers(
            "io.entente.coder.rules.rule..",
            "io.entente.coder.rules.inference..",
            "io.entente.coder.rules.discourse..",
            "io.entente.coder.rules.candidate..",
            "io.entente.coder.rules.clause..",
            "io.entente.coder.rules.lexicon..");

    @ArchTest
    static final ArchRule ALERTS_STAND_IN_LAYERS = layers(
            "io.entente.alert",
            "io.entente.alert.episode",
            "io.entente.alert.text",
            "io.entente.alert.baseline",
            "io.entente.alert.day",
            "io.entente.alert.policy");

    @ArchTest
    static final ArchRule MENTIONS_STAND_OVER_DICTIONARIES = layers("io.entente.actor", "io.entente.actor.dictionary");

    @ArchTest
    static final ArchRule CLAUSES_STAND_OVER_TOKENS = layers("io.entente.language", "io.entente.language.segment");

    @ArchTest
    static final ArchRule THE_API_STANDS_OVER_HTTP = layers("io.entente.serve", "io.entente.serve.http");

    @ArchTest
    static final ArchRule COMMANDS_STAND_OVER_THEIR_HELP =
            layers("io.entente.cli", "io.entente.cli.feed", "io.entente.cli.input", "io.entente.cli.output");

    @ArchTest
    static final ArchRule RULES_ARE_THE_CODERS_OWN = classes()
            .that()
            .resideInAnyPackage(
                    "io.entente.coder.rules.rule..",
                    "io.entente.coder.rules.inference..",
                    "io.entente.coder.rules.discourse..",
                    "io.entente.coder.rules.candidate..",
                    "io.entente.coder.rules.clause..",
                    "io.entente.coder.rules.lexicon..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("io.entente.coder.rules..");

    @ArchTest
    static final ArchRule THE_SEAM_KNOWS_NO_EXTRACTOR = noClasses()
            .that()
            .resideInAnyPackage("io.entente.coder", "io.entente.coder.extract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.entente.coder.rules..", "io.entente.coder.reader..");

    @ArchTest
    static final ArchRule STATICS_HOLD_NO_STATE = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.entente.avro..")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule TOPOLOGIES_AND_CORES_HAVE_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.entente.topology..",
                    "io.entente.relation..",
                    "io.entente.alert..",
                    "io.entente.coder..",
                    "io.entente.actor..",
                    "io.entente.clock..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static void packagesHoldThirtyClassesAtMost(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info")
                        && !type.getPackageName().startsWith("io.entente.avro"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes).isNotEmpty().allSatisfy((name, size) -> assertThat(size)
                .as("classes in %s", name)
                .isLessThanOrEqualTo(30));
    }

    /** Classes nested in a file count with it. */
    @Test
    void filesHoldThreeHundredLinesAtMost() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                try (Stream<String> text = Files.lines(file)) {
                    lines.put(file.toString(), text.count());
                }
            }
        }
        assertThat(lines).isNotEmpty().allSatisfy((name, count) -> assertThat(count)
                .as("lines of %s", name)
                .isLessThanOrEqualTo(300));
    }

    /** The packages may use those that follow, and no others of the list. */
    private static ArchRule layers(String... packages) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : packages) {
            layers = layers.layer(name).definedBy(name);
        }
        for (int i = 0; i < packages.length; i++) {
            String[] below = Arrays.copyOfRange(packages, i + 1, packages.length);
            layers = below.length == 0
                    ? layers.whereLayer(packages[i]).mayNotAccessAnyLayer()
                    : layers.whereLayer(packages[i]).mayOnlyAccessLayers(below);
        }
        return layers;
    }

    private static ArchRule layersOf(Path document) {
        List<String> names = new ArrayList<>();
        try {
            String text = Files.readString(document);
            int section = text.indexOf("## Packages");
            ROW.matcher(text.substring(section, text.indexOf("\n## ", section)))
                    .results()
                    .flatMap(row -> Stream.of(row.group(1).split(", ")))
                    .forEach(name -> names.add(name.replace("`", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture();
        for (String name : names) {
            layers = layers.layer(name).definedBy("io.entente." + name + "..");
        }
        layers = layers.layer("avro").definedBy("io.entente.avro..");
        for (int i = 0; i < names.size(); i++) {
            List<String> below = new ArrayList<>(names.subList(i + 1, names.size()));
            below.add("avro");
            layers = layers.whereLayer(names.get(i)).mayOnlyAccessLayers(below.toArray(String[]::new));
        }
        return layers;
    }
}
