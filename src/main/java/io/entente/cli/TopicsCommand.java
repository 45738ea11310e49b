package io.entente.cli;

import io.entente.cli.input.Brokers;
import io.entente.cli.input.ClusterOptions;
import io.entente.cli.input.ExitCode;
import io.entente.cli.output.Counted;
import io.entente.cli.output.TextTable;
import io.entente.config.Settings;
import io.entente.pipeline.Stage;
import io.entente.pipeline.StageAcls;
import io.entente.pipeline.TopicAdmin;
import io.entente.pipeline.TopicPlan;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente topics}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Compares Entente's topics with a cluster's, and creates them.")
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "plan, apply or acls?");
    }

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            description = {
                "Shows what 'apply' would do; changes nothing.",
                "Also shows the topics that the stages and the registry have made for themselves, and what would be lost with a broker."
            })
    int plan(@Mixin ClusterOptions options) {
        try (TopicAdmin admin = admin(options)) {
            return show(admin.plan(topics(options)), "would create", "would set");
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = {
                "Creates the missing topics and sets their settings.",
                "The partition count of a live topic is never changed: exit code 1 if it differs from the settings."
            })
    int apply(@Mixin ClusterOptions options) {
        try (TopicAdmin admin = admin(options)) {
            return show(admin.apply(topics(options)), "created", "set");
        }
    }

    @Command(
            name = "acls",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the least rights with which each stage, 'collect', and 'topics plan' and 'apply' can work, one a line: principal, resource, pattern, name, operation.")
    int acls(
            @Mixin ClusterOptions options,
            @Option(
                            names = "--principal",
                            paramLabel = "PRINCIPAL",
                            defaultValue = "User:entente-{stage}",
                            description =
                                    "Who runs a stage; {stage} stands for its name, for collector or for admin. Default: ${DEFAULT-VALUE}.")
                    String principal) {
        Settings settings = options.load();
        StageAcls acls = new StageAcls(settings, topics(options));
        TextTable table = new TextTable("PRINCIPAL", "RESOURCE", "PATTERN", "NAME", "OPERATION");
        for (Stage stage : Stage.values()) {
            rows(table, acls.of(stage, principal.replace("{stage}", stage.name().toLowerCase(Locale.ROOT))));
        }
        rows(table, acls.ofCollector(principal.replace("{stage}", "collector")));
        rows(table, acls.ofAdmin(principal.replace("{stage}", "admin")));
        table.print(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private static void rows(TextTable table, List<AclBinding> acls) {
        acls.forEach(acl -> table.row(
                acl.entry().principal(),
                acl.pattern().resourceType(),
                acl.pattern().patternType(),
                acl.pattern().name(),
                acl.entry().operation()));
    }

    private static TopicAdmin admin(ClusterOptions options) {
        Settings settings = options.load();
        Brokers.require(settings);
        return new TopicAdmin(settings);
    }

    private static Topics topics(ClusterOptions options) {
        Settings settings = options.load();
        return Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
    }

    private int show(TopicPlan plan, String creates, String sets) {
        PrintWriter out = spec.commandLine().getOut();
        plan.missing()
                .forEach(topic ->
                        out.printf("%s %s, %s%n", creates, topic.name(), Counted.of(topic.partitions(), "partition")));
        plan.differing().forEach((name, config) -> out.printf("%s on %s: %s%n", sets, name, config));
        plan.refusals().forEach(refusal -> spec.commandLine().getErr().println(refusal));
        plan.internal()
                .forEach(topic -> out.printf(
                        "internal %s, %s, %s%n",
                        topic.name(),
                        Counted.of(topic.partitions(), "partition"),
                        Counted.of(topic.replicas(), "replica")));
        plan.risks().forEach(risk -> out.printf("at risk: %s%n", risk));
        if (plan.isEmpty() && plan.refusals().isEmpty()) {
            out.println("topics are as they should be");
        }
        return plan.refusals().isEmpty() ? ExitCode.OK : ExitCode.SOME_REFUSED;
    }
}
