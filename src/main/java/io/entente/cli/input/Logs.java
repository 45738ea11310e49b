package io.entente.cli.input;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.entente.config.Settings;
import org.slf4j.LoggerFactory;

/** The form of log lines: {@code logback.xml} writes them for people, the setting {@code entente.log} for machines. */
public final class Logs {
    private Logs() {}

    /** Logs in the form that {@code settings} ask for, from now on; returns them. */
    public static Settings inForm(Settings settings) {
        if (settings.jsonLogs() && LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
                    stream.setEncoder(json(root));
                }
            });
        }
        return settings;
    }

    private static JsonEncoder json(Logger root) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
