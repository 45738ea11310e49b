package io.entente.coder.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What comes with a model: what it was made for, and how its answers are used.
 *
 * @param name the model's name, with the day on which it was made
 * @param crc32 checksum of the model's file, in eight hex digits
 * @param thresholds from when on an answer counts
 * @param calibration what an answer's probability is worth
 */
record ReaderManifest(String name, String crc32, Thresholds thresholds, Calibration calibration) {
    /** The layout of inputs and outputs that this program knows. */
    static final int FORMAT = 3;

    /**
     * From when on an answer counts.
     *
     * @param veto the rules' event is dropped where the reader's probability is smaller
     * @param add the reader speaks alone from here on, in a window of which the rules say nothing
     * @param beside and beside the rules' events, of a source that they do not have
     * @param retype its label replaces the rules' from this probability on
     * @param second a second label of a pair from this probability on
     */
    record Thresholds(double veto, double add, double beside, double retype, double second) {}

    /**
     * Platt's scaling: the probability that an event is right, from the reader's probability.
     *
     * @param slope of the log odds
     * @param offset of the log odds
     */
    record Calibration(double slope, double offset) {
        /** The confidence, in thousandths as that of the rules. */
        double of(double probability) {
            double clipped = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
            double odds = slope * Math.log(clipped / (1 - clipped)) + offset;
            return Math.round(1000 / (1 + Math.exp(-odds))) / 1000.0;
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if it was made for another program; the message says what differs
     */
    static ReaderManifest parse(byte[] json) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            int format = node.required("format").asInt();
            if (format != FORMAT) {
                throw new IllegalArgumentException("has format " + format + ", this program reads format " + FORMAT);
            }
            same(node, "labels", Arrays.stream(Label.values()).map(Enum::name).toList());
            same(
                    node,
                    "statuses",
                    Arrays.stream(Status.values())
                            .map(status -> status.name().toLowerCase(Locale.ROOT))
                            .toList());
            JsonNode thresholds = node.required("thresholds");
            JsonNode calibration = node.required("calibration");
            return new ReaderManifest(
                    node.required("name").asText(),
                    node.required("crc32").asText(),
                    new Thresholds(
                            number(thresholds, "veto"),
                            number(thresholds, "add"),
                            number(thresholds, "beside"),
                            number(thresholds, "retype"),
                            number(thresholds, "second")),
                    new Calibration(number(calibration, "slope"), number(calibration, "offset")));
        } catch (IOException e) {
            throw new IllegalArgumentException("is not JSON: " + e.getMessage(), e);
        }
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = node.required(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("has no number for '" + name + "'");
        }
        return value.asDouble();
    }

    private static void same(JsonNode node, String name, List<String> expected) {
        List<String> found = new ArrayList<>();
        node.required(name).forEach(one -> found.add(one.asText()));
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "was made for the " + name + " " + found + ", this program has " + expected);
        }
    }
}
