package io.entente.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.entente.language.segment.Segmenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code cases.tsv}: names, dates, constructions, coreference and traps. */
class CasesTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    record Case(String topic, LocalDate date, String text, Set<String> codes, List<String> spans) {
        @Override
        public String toString() {
            return topic + ": " + text;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(CasesTest.class.getResourceAsStream("cases.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<Case> cases = new ArrayList<>();
            for (String line : (Iterable<String>) reader.lines()::iterator) {
                if (!line.startsWith("#")) {
                    cases.add(read(line));
                }
            }
            return cases.stream();
        }
    }

    private static Case read(String line) {
        String[] cells = line.split("\t", -1);
        Set<String> codes = cells[3].equals("-") ? Set.of() : Set.of(cells[3].split(" "));
        List<String> spans = cells.length < 5 || cells[4].isBlank() ? List.of() : List.of(cells[4].split("; "));
        return new Case(cells[0], LocalDate.parse(cells[1]), cells[2], codes, spans);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheActorsAndNoOthers(Case given) {
        int headline = given.text().indexOf('|');
        String title = headline < 0 ? null : given.text().substring(0, headline);
        TaggedDocument tagged =
                GAZETTEER.tag(new Segmenter().segment(title, given.text().substring(headline + 1)), given.date());

        Set<String> codes =
                tagged.mentions().stream().map(ActorMention::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).as("%s", tagged.mentions()).isEqualTo(new TreeSet<>(given.codes()));
        for (String span : given.spans()) {
            if (tagged.mentions().stream().noneMatch(mention -> is(span, mention))) {
                fail("no mention is %s, but %s", span, tagged.mentions());
            }
        }
    }

    private static boolean is(String span, ActorMention mention) {
        String plain = mention.text() + "=" + mention.code();
        return span.equals(plain) || span.equals(plain + "/" + mention.kind());
    }
}
