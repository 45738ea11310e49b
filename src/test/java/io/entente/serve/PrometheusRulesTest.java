package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus' own tool on our configuration. */
class PrometheusRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"check rules rules.yml", "test rules rules-test.yml", "check config --syntax-only prometheus.yml"
            })
    void promtoolIsContent(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("promtool"));
        words.addAll(List.of(command.split(" ")));
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(new File("config/prometheus"))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "promtool is not installed (Debian: apt-get install prometheus)");
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Whoever is woken by a rule finds there what it means and what to do. */
    @Test
    void everyRuleHasASectionOfTheGuideToOperations() throws IOException {
        List<String> rules = new ArrayList<>();
        new YAMLMapper()
                .readTree(new File("config/prometheus/rules.yml"))
                .findValues("alert")
                .forEach(rule -> rules.add(rule.asText()));
        List<String> sections = Files.readAllLines(Path.of("docs/operations.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        assertThat(rules).hasSizeGreaterThan(5);
        assertThat(sections).isEqualTo(rules);
    }
}
