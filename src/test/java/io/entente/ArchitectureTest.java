package io.entente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way, and the cores know nothing of Kafka. */
@AnalyzeClasses(packages = "io.entente", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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

    @ArchTest
    static final ArchRule LANGUAGE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.entente.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.entente.actor..", "io.entente.coder..", "io.entente.relation..", "io.entente.alert..");

    @ArchTest
    static final ArchRule ACTORS_KNOW_LANGUAGE_ONLY = noClasses()
            .that()
            .resideInAPackage("io.entente.actor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.entente.coder..", "io.entente.relation..", "io.entente.alert..");

    @ArchTest
    static final ArchRule STATEMENTS_DO_NOT_KNOW_WHAT_BECOMES_OF_THEM = noClasses()
            .that()
            .resideInAPackage("io.entente.coder..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.entente.relation..", "io.entente.alert..");

    @ArchTest
    static final ArchRule RELATIONS_AND_ALERTS_MEET_IN_RECORDS = noClasses()
            .that()
            .resideInAPackage("io.entente.relation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.entente.alert..", "io.entente.coder..", "io.entente.actor..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.entente.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.entente.cli..");

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
}
