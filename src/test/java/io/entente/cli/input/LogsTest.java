package io.entente.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.config.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    private final Map<OutputStreamAppender<ILoggingEvent>, Encoder<ILoggingEvent>> before = new HashMap<>();

    @BeforeEach
    void listen() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(root.getLoggerContext());
        lines.setPattern("%msg%n");
        lines.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(lines);
        appender.setOutputStream(written);
        appender.start();
        root.iteratorForAppenders().forEachRemaining(this::remember);
        root.addAppender(appender);
    }

    @AfterEach
    void putBack() {
        root.detachAppender(appender);
        before.forEach(OutputStreamAppender::setEncoder);
    }

    @Test
    void textIsAsItWas() {
        Logs.inForm(settings("text"));
        root.error("broker \"one\" is down");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("broker \"one\" is down");
    }

    @Test
    void jsonIsAnObjectALine() throws Exception {
        Logs.inForm(settings("json"));
        root.error("broker {} is down:\n{}", "\"one\"", "retrying", new IllegalStateException("no route"));
        String line = written.toString(StandardCharsets.UTF_8);
        assertThat(line.strip()).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("level").asText()).isEqualTo("ERROR");
        assertThat(json.get("formattedMessage").asText()).isEqualTo("broker \"one\" is down:\nretrying");
        assertThat(json.get("throwable").get("message").asText()).isEqualTo("no route");
    }

    private static Settings settings(String form) {
        return Settings.load(Map.of("entente.log", form), Map.of(), null);
    }

    private void remember(Appender<ILoggingEvent> other) {
        if (other instanceof OutputStreamAppender<ILoggingEvent> stream) {
            before.put(stream, stream.getEncoder());
        }
    }
}
