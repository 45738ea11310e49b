package io.entente.coder.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.actor.Gazetteer;
import io.entente.actor.TaggedDocument;
import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.language.segment.Segmenter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextWindowsTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final List<String> VOCABULARY = List.of("[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]");
    private static final int MARKER = 1;

    private final TextWindows windows = new TextWindows(new WordPiece(VOCABULARY), ExtractorSettings.PARTIES);

    @Test
    void aSentenceThatNamesTwoIsAWindowWithBothPairs() {
        TextWindow window = only(of(null, "Peru scolded Ecuador."));
        assertThat(window.actors()).extracting(TextWindow.Actor::code).containsExactly("PER", "ECU");
        assertThat(window.pairs()).extracting(TextWindow.Pair::source).containsExactly(0, 1);
        for (TextWindow.Actor actor : window.actors()) {
            assertThat(window.pieces().id(actor.markers().get(0))).isEqualTo(MARKER);
        }
        assertThat(window.pairs()).extracting(TextWindow.Pair::distance).containsExactly(0, 4);
    }

    @Test
    void whatNamesOneActorOnlyIsNotRead() {
        assertThat(of(
                        null,
                        "Peru scolded its miners. " + filler(80) + " Peru sang. " + filler(80) + " Ecuador danced."))
                .isEmpty();
    }

    @Test
    void whatNamesNoPairAtTheEndsIsLeftOut() {
        String text = "Chile slept. Peru scolded Ecuador. Nobody slept. Peru danced.";
        TextWindow window = only(of(null, text));
        assertThat(text.substring(window.begin(), window.end())).isEqualTo("Peru scolded Ecuador.");
    }

    @Test
    void whatStandsBetweenSentencesWithPairsIsReadWithThem() {
        String text = "Peru scolded Ecuador. Chile slept. Peru thanked Chile.";
        TextWindow window = only(of(null, text));
        assertThat(text.substring(window.begin(), window.end())).isEqualTo(text);
        assertThat(window.actors()).extracting(TextWindow.Actor::code).containsExactly("PER", "ECU", "CHL");
    }

    @Test
    void aLongSentenceIsCut() {
        TextWindow window = only(of(null, "Peru scolded Ecuador " + "and again ".repeat(200) + "near Chile."));
        assertThat(window.pieces().size()).isEqualTo(TextWindows.LONGEST + 2 + 2);
        assertThat(window.actors()).extracting(TextWindow.Actor::code).containsExactly("PER", "ECU");
    }

    @Test
    void armedGroupsAreMarkedAndArePartiesToNoPair() {
        TextWindow window = only(of(null, "Israel and Lebanon spoke about Hezbollah."));
        assertThat(window.actors()).extracting(TextWindow.Actor::code).containsExactly("ISR", "LBN");
    }

    @Test
    void armedGroupsArePartiesIfTheSettingsSaySo() {
        TextWindows groups =
                new TextWindows(new WordPiece(VOCABULARY), Set.of(ActorKind.COUNTRY, ActorKind.ARMED_GROUP));
        TextWindow window = only(groups.of(tagged(null, "Hezbollah thanked Lebanon."), List.of()));
        assertThat(window.actors()).extracting(TextWindow.Actor::code).containsExactly("LBNHEZ", "LBN");
    }

    @Test
    void hintsSayWhatTheRulesFoundInBothDirections() {
        Hint hint = new Hint("PER", "ECU", EventType.REQUEST, -1, Status.REPORTED, 0.75, 5, 12);
        TaggedDocument tagged = tagged(null, "Peru scolded Ecuador.");
        TextWindow window = only(windows.of(tagged, List.of(hint)));
        float[] there = window.pairs().get(0).hints();
        float[] back = window.pairs().get(1).hints();
        assertThat(there[Label.DEMAND.ordinal()]).isEqualTo(1);
        assertThat(there[HintVector.SIZE - 4]).isEqualTo(0.75f);
        int none = Label.values().length;
        assertThat(there[none]).isZero();
        assertThat(back[none]).isEqualTo(1);
        int opposite = none + 1 + Status.values().length;
        assertThat(back[opposite + Label.DEMAND.ordinal()]).isEqualTo(1);
    }

    @Test
    void hintsSayWhatTheRulesFoundOfTheOtherPairsOfTheWindow() {
        Hint hint = new Hint("PER", "ECU", EventType.ACCUSE, -1, Status.ASSERTED, 0.75, 5, 12);
        TextWindow window = only(windows.of(tagged(null, "Peru scolded Ecuador and Chile."), List.of(hint)));
        assertThat(window.pairs()).allMatch(pair -> HintVector.speaksOfWindow(pair.hints()));
        assertThat(window.pairs())
                .filteredOn(pair -> HintVector.speaksOfSource(pair.hints()))
                .extracting(pair -> code(window, pair.source()), pair -> code(window, pair.target()))
                .containsExactly(tuple("PER", "CHL"));
        assertThat(only(of(null, "Peru scolded Ecuador.")).pairs())
                .noneMatch(pair -> HintVector.speaksOfWindow(pair.hints()));
    }

    @Test
    void aPairIsJudgedIfOneSentenceNamesBoth() {
        TextWindow window = only(of(null, "Peru scolded Ecuador. Peru thanked Chile."));
        assertThat(window.pairs())
                .extracting(pair -> code(window, pair.source()), pair -> code(window, pair.target()))
                .containsExactly(tuple("PER", "ECU"), tuple("PER", "CHL"), tuple("ECU", "PER"), tuple("CHL", "PER"));
    }

    private static String code(TextWindow window, int actor) {
        return window.actors().get(actor).code();
    }

    private static String filler(int words) {
        return "The " + "old ".repeat(words) + "mill stood still.";
    }

    private static TextWindow only(List<TextWindow> windows) {
        assertThat(windows).hasSize(1);
        return windows.get(0);
    }

    private List<TextWindow> of(@Nullable String title, String body) {
        return windows.of(tagged(title, body), List.of());
    }

    private static TaggedDocument tagged(@Nullable String title, String body) {
        return GAZETTEER.tag(new Segmenter().segment(title, body), LocalDate.of(2024, 3, 1));
    }
}
