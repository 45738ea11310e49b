package io.entente.coder.rules;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sentence as far as it shows how likely its statements are to be right: who is named where, commas, contradictions. */
public final class ReliabilityFeatures {
    /** Only what stands so near to the trigger counts: in characters. */
    private static final int REACH = 500;

    private static final int NEAR = 20;
    private static final int OFF = 40;

    private static final String RULE = "rule ";
    private static final String ACTORS_2 = "actors 2";
    private static final String ACTORS_MORE = "actors 3 or more";
    private static final String TARGET_NEAR = "target near";
    private static final String TARGET_OFF = "target off";
    private static final String TARGET_FAR = "target far";
    private static final String ANOTHER_BETWEEN = "another between";
    private static final String SOURCE_BEHIND = "source behind";
    private static final String CONTRADICTED = "contradicted";
    private static final String COMMAS = "commas ";
    private static final String MANY = "2 or more";

    private static final Set<String> NAMES = names();

    private final String text;
    private final int begin;
    private final int end;
    private final List<Named> named;
    private final Set<String> contradicted;

    /** An actor that is named at an offset of the text. */
    public record Named(int begin, int end, String code) {}

    /** Who is reported to do something friendly (1), hostile (-1) or neither (0) to whom. */
    public record Reported(String source, String target, int sign) {}

    /**
     * A sentence.
     *
     * @param text the text in which it stands
     * @param begin its first offset
     * @param end the offset after it
     * @param named the actors that it names, in order
     * @param reported everything that it reports
     */
    public ReliabilityFeatures(String text, int begin, int end, List<Named> named, List<Reported> reported) {
        this.text = text;
        this.begin = begin;
        this.end = end;
        this.named = named;
        this.contradicted = contradicted(reported);
    }

    private static Set<String> contradicted(List<Reported> reported) {
        if (reported.size() < 2) {
            return Set.of();
        }
        Map<String, Integer> signs = new HashMap<>();
        Set<String> both = new HashSet<>();
        for (Reported one : reported) {
            String pair = one.source() + '>' + one.target();
            Integer known = one.sign() == 0 ? null : signs.putIfAbsent(pair, one.sign());
            if (known != null && known != one.sign()) {
                both.add(pair);
            }
        }
        return both;
    }

    /**
     * The feature of that name.
     *
     * @throws IllegalArgumentException if no statement can have it
     */
    static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is not a feature of a statement: "
                    + "see the names that entente evaluate --outcomes prints");
        }
        return name;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(List.of(
                Reliability.ALL,
                ACTORS_2,
                ACTORS_MORE,
                TARGET_NEAR,
                TARGET_OFF,
                TARGET_FAR,
                ANOTHER_BETWEEN,
                SOURCE_BEHIND,
                CONTRADICTED,
                COMMAS + 0,
                COMMAS + 1,
                COMMAS + MANY));
        Stream.of(Rule.values()).map(ReliabilityFeatures::of).forEach(names::add);
        Stream.of(EventType.values()).map(ReliabilityFeatures::of).forEach(names::add);
        Stream.of(Status.values()).map(ReliabilityFeatures::of).forEach(names::add);
        return Set.copyOf(names);
    }

    private static String of(Rule rule) {
        return RULE + rule.label();
    }

    private static String of(EventType event) {
        return "event " + event;
    }

    private static String of(Status status) {
        return "status " + status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The features of one of its statements, as reliability.tsv counts them.
     *
     * @param rule the name of the rule that found it
     * @param triggerBegin first offset of its trigger
     * @param triggerEnd the offset after that
     */
    public List<String> features(
            String rule,
            EventType event,
            Status status,
            String source,
            String target,
            int triggerBegin,
            int triggerEnd) {
        List<String> features = new ArrayList<>(8);
        features.add(RULE + rule);
        features.add(of(event));
        if (status != Status.ASSERTED) {
            features.add(of(status));
        }
        List<Named> around = around(triggerBegin, triggerEnd);
        features.add(codes(around) > 2 ? ACTORS_MORE : ACTORS_2);
        Named object = nearest(around, target, triggerBegin, triggerEnd);
        if (object != null) {
            int distance = distance(object, triggerBegin, triggerEnd);
            features.add(distance <= NEAR ? TARGET_NEAR : distance <= OFF ? TARGET_OFF : TARGET_FAR);
            int first = Math.min(object.end(), triggerEnd);
            int last = Math.max(object.begin(), triggerBegin);
            if (another(around, first, last, source, target)) {
                features.add(ANOTHER_BETWEEN);
            }
        }
        Named subject = nearest(around, source, triggerBegin, triggerEnd);
        if (subject != null && subject.begin() >= triggerEnd) {
            features.add(SOURCE_BEHIND);
        }
        if (contradicted.contains(source + '>' + target)) {
            features.add(CONTRADICTED);
        }
        features.add(commas(triggerBegin, triggerEnd));
        return features;
    }

    private List<Named> around(int triggerBegin, int triggerEnd) {
        int first = firstFrom(triggerBegin - REACH);
        int last = firstFrom(triggerEnd + REACH);
        return named.subList(first, last);
    }

    /** Index of the first actor that is named at {@code offset} or after it. */
    private int firstFrom(int offset) {
        int low = 0;
        int high = named.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (named.get(middle).begin() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int codes(List<Named> named) {
        Set<String> codes = new HashSet<>();
        named.forEach(one -> codes.add(one.code()));
        return codes.size();
    }

    private static @Nullable Named nearest(List<Named> named, String code, int triggerBegin, int triggerEnd) {
        Named nearest = null;
        for (Named one : named) {
            boolean nearer = nearest == null
                    || distance(one, triggerBegin, triggerEnd) < distance(nearest, triggerBegin, triggerEnd);
            if (nearer && one.code().equals(code)) {
                nearest = one;
            }
        }
        return nearest;
    }

    private static int distance(Named one, int triggerBegin, int triggerEnd) {
        return Math.max(0, Math.max(one.begin() - triggerEnd, triggerBegin - one.end()));
    }

    private static boolean another(List<Named> named, int first, int last, String source, String target) {
        for (Named one : named) {
            boolean other = !one.code().equals(source) && !one.code().equals(target);
            if (other && one.begin() >= first && one.begin() < last) {
                return true;
            }
        }
        return false;
    }

    private String commas(int triggerBegin, int triggerEnd) {
        int commas = 0;
        int last = Math.min(end, triggerEnd + REACH);
        for (int i = Math.max(begin, triggerBegin - REACH); i < last; i++) {
            commas += text.charAt(i) == ',' ? 1 : 0;
        }
        return COMMAS + (commas > 1 ? MANY : commas);
    }
}
