package io.entente.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A backtest as files: {@code backtest.json}, and {@code backtest.html}, which shows the same and needs no other file. */
public final class BacktestFiles {
    private static final String PAGE = "backtest.html";
    private static final String PLACE = "/*RESULT*/null";

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /**
     * Writes both into a folder, which is made if need be.
     *
     * @throws IOException if they cannot be written
     */
    public void write(BacktestResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        String json = json(result);
        Files.writeString(folder.resolve("backtest.json"), json + '\n');
        Files.writeString(folder.resolve(PAGE), page().replace(PLACE, inScript(json)));
    }

    private String json(BacktestResult result) {
        try {
            return mapper.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No text of a feed may end the script that holds it. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static String page() throws IOException {
        try (InputStream in = BacktestFiles.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException(PAGE + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
