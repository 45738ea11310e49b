package io.entente.coder.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.actor.TaggedDocument;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.CodedEvent;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.language.ClauseParser;
import io.entente.language.Words;
import io.entente.language.segment.Segmenter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final TextWindows WINDOWS = new TextWindows(
            new WordPiece(List.of("[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]")), ExtractorSettings.PARTIES);
    private static final ReaderManifest.Thresholds THRESHOLDS = new ReaderManifest.Thresholds(0.1, 0.5, 0.8, 0.9, 0.4);
    private static final ClauseParser PARSER = new ClauseParser(Words.load());
    private static final PairKey FORTH = new PairKey("PER", "ECU");
    private static final PairKey BACK = new PairKey("ECU", "PER");
    private static final PairKey ASIDE = new PairKey("PER", "CHL");

    @Test
    void theReaderSpeaksOfAWindowThatTheRulesPassOver() {
        Text text = new Text("Peru scolded Ecuador.");
        assertThat(text.joined(Map.of(FORTH, 0.49f))).isEmpty();
        assertThat(text.joined(Map.of(FORTH, 0.51f))).containsExactly("PER ACCUSE ECU reader");
    }

    @Test
    void besideTheRulesItMustBeSurer() {
        Text text = new Text("Peru scolded Ecuador.", FORTH);
        assertThat(text.joined(Map.of(FORTH, 0.9f, BACK, 0.79f))).containsExactly("PER COERCE ECU rules");
        assertThat(text.joined(Map.of(FORTH, 0.9f, BACK, 0.81f)))
                .containsExactly("PER COERCE ECU rules", "ECU ACCUSE PER reader");
    }

    @Test
    void whereTheRulesHaveTheSourceItGetsNoOtherTarget() {
        Text text = new Text("Peru scolded Ecuador and Chile.", FORTH);
        assertThat(text.joined(Map.of(FORTH, 0.9f, ASIDE, 0.99f))).containsExactly("PER COERCE ECU rules");
    }

    @Test
    void whatSomebodyShouldDoIsNotDone() {
        assertThat(new Text("Peru should scold Ecuador.").joined(Map.of(FORTH, 0.9f)))
                .isEmpty();
        assertThat(new Text("Peru has to scold Ecuador.").joined(Map.of(FORTH, 0.9f)))
                .isEmpty();
        assertThat(new Text("Peru will scold Ecuador.").joined(Map.of(FORTH, 0.9f)))
                .hasSize(1);
    }

    @Test
    void whatTheRulesCallDeniedIsNotAsserted() {
        Text text = new Text("Peru scolded Ecuador.", Status.DENIED, FORTH);
        assertThat(text.joined(Map.of(FORTH, 0.9f, BACK, 0.9f)))
                .containsExactly("PER COERCE ECU rules", "ECU ACCUSE PER reader");
    }

    @Test
    void whatTheReaderDoesNotSeeIsDropped() {
        Text text = new Text("Peru scolded Ecuador.", FORTH);
        assertThat(text.joined(Map.of(FORTH, 0.11f))).containsExactly("PER COERCE ECU rules");
        assertThat(text.joined(Map.of(FORTH, 0.09f))).isEmpty();
    }

    @Test
    void thePairsOfAnActStandOrFallTogether() {
        Text text = new Text("Peru scolded Ecuador and Chile.", FORTH, ASIDE);
        assertThat(text.joined(Map.of(FORTH, 0.05f, ASIDE, 0.9f)))
                .containsExactly("PER COERCE ECU rules", "PER COERCE CHL rules");
        assertThat(text.joined(Map.of(FORTH, 0.05f, ASIDE, 0.09f))).isEmpty();
    }

    /** A text in which the rules found a pair to coerce each other, and of which the reader thinks that all accuse. */
    private static final class Text {
        private final TaggedDocument tagged;
        private final EventMaker maker;
        private final List<CodedEvent> earlier;

        Text(String body, PairKey... found) {
            this(body, Status.ASSERTED, found);
        }

        Text(String body, Status status, PairKey... found) {
            tagged = GAZETTEER.tag(new Segmenter().segment(null, body), LocalDate.of(2024, 3, 1));
            maker = new EventMaker(tagged.document(), new ReaderManifest.Calibration(1, 0));
            Map<PairKey, Opinion> opinions = opinions(List.of(), Map.of());
            earlier = List.of(found).stream()
                    .map(pair -> byRules(maker.event(opinions.get(pair), Label.COERCE), status))
                    .toList();
        }

        List<String> joined(Map<PairKey, Float> probabilities) {
            List<Hint> hints = earlier.stream().map(Hint::of).toList();
            return new Joining(THRESHOLDS, maker, new Duties(tagged, PARSER))
                    .join(earlier, opinions(hints, probabilities)).stream()
                            .map(event -> event.source().code()
                                    + ' '
                                    + event.type()
                                    + ' '
                                    + event.target().code()
                                    + ' '
                                    + event.extractor())
                            .toList();
        }

        private Map<PairKey, Opinion> opinions(List<Hint> hints, Map<PairKey, Float> probabilities) {
            Map<PairKey, Opinion> opinions = new LinkedHashMap<>();
            for (TextWindow window : WINDOWS.of(tagged, hints)) {
                for (TextWindow.Pair pair : window.pairs()) {
                    PairKey key = new PairKey(
                            window.actors().get(pair.source()).code(),
                            window.actors().get(pair.target()).code());
                    opinions.put(key, new Opinion(window, pair, answer(window, probabilities.getOrDefault(key, 0f))));
                }
            }
            return opinions;
        }

        private static PairAnswer answer(TextWindow window, float probability) {
            float[] labels = new float[Label.values().length];
            labels[Label.ACCUSE.ordinal()] = 0.8f;
            labels[Label.COERCE.ordinal()] = 0.2f;
            float[] statuses = new float[Status.values().length];
            statuses[Status.ASSERTED.ordinal()] = 1;
            return new PairAnswer(
                    probability, labels, statuses, new float[window.pieces().size()]);
        }

        private static CodedEvent byRules(CodedEvent event, Status status) {
            assertThat(event.type()).isEqualTo(EventType.COERCE);
            return new CodedEvent(
                    event.sentence(),
                    event.source(),
                    event.target(),
                    event.type(),
                    event.intensity(),
                    status,
                    event.severeClass(),
                    event.triggerBegin(),
                    event.triggerEnd(),
                    event.speaker(),
                    event.speakerCountry(),
                    event.sentiment(),
                    "rules",
                    "verb",
                    event.entries(),
                    event.confidence());
        }
    }
}
