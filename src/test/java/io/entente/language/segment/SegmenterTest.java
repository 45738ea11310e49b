package io.entente.language.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static List<String> words(String text) {
        return new Segmenter()
                .segment(null, text).sentences().stream()
                        .flatMap(s -> s.tokens().stream())
                        .map(Token::text)
                        .toList();
    }

    private static List<String> sentences(@Nullable String title, String body) {
        Document document = new Segmenter().segment(title, body);
        return document.sentences().stream()
                .map(s -> document.text().substring(s.begin(), s.end()))
                .toList();
    }

    @Test
    void possessivesAndContractionsAreTokens() {
        assertThat(words("Russia’s envoy and both countries' ministers don't agree"))
                .containsExactly(
                        "Russia", "’s", "envoy", "and", "both", "countries", "'", "ministers", "do", "n't", "agree");
        assertThat(words("the chargé d'affaires of Shi’ite Nuku’alofa"))
                .containsExactly("the", "chargé", "d'affaires", "of", "Shi’ite", "Nuku’alofa");
    }

    @Test
    void compoundsAreSplitAroundTheHyphen() {
        assertThat(words("U.S.-led, Russian-backed, anti-Chinese"))
                .containsExactly("U.S.", "-", "led", ",", "Russian", "-", "backed", ",", "anti", "-", "Chinese");
    }

    @Test
    void numbersKeepTheirPoints() {
        assertThat(words("$1.5 billion and 20,000 men, or 3.2 percent"))
                .containsExactly("$", "1.5", "billion", "and", "20,000", "men", ",", "or", "3.2", "percent");
    }

    @Test
    void abbreviationsDoNotEndSentences() {
        assertThat(sentences(null, "Gen. Smith met J. P. Jones of the U.S. Navy at 6 p.m. on Sept. 3. He left."))
                .containsExactly("Gen. Smith met J. P. Jones of the U.S. Navy at 6 p.m. on Sept. 3.", "He left.");
        assertThat(sentences(null, "They flew to the U.S. The talks failed.")).hasSize(2);
    }

    @Test
    void datelinesAndCreditsAreNoSentences() {
        assertThat(sentences(
                        null, "MOSCOW (REUTERS) – Russia spoke.\n\nChina spoke.\n\n(Reporting by A B; Editing by C D)"))
                .containsExactly("Russia spoke.", "China spoke.");
        assertThat(sentences(null, "HO CHI MINH CITY, Sept 17 - It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "Paris, 3 May (AFP) -- It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "The minister – a veteran – spoke."))
                .containsExactly("The minister – a veteran – spoke.");
    }

    @Test
    void datelinesMayNameTheCountry() {
        assertThat(sentences(null, "HERAT, Afghanistan -- It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "SANTA CRUZ, Bolivia (Reuters) - It rained."))
                .containsExactly("It rained.");
        assertThat(sentences(null, "SAO JOAO, Brazil (Reuters) - It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "AP - It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "Canadian Press - HERAT, Afghanistan (AP) - It rained."))
                .containsExactly("It rained.");
        assertThat(sentences(null, "Herat, May 3 (XNA): It rained.")).containsExactly("It rained.");
        assertThat(sentences(null, "US, Russia – old rivals – met.")).containsExactly("US, Russia – old rivals – met.");
        String lead = "Kenya's envoy has left the town after four days of talks about the border, its minister said.";
        assertThat(sentences(null, "Kisumu - " + lead)).containsExactly(lead);
        assertThat(sentences(null, "Kisumu/Nairobi - " + lead)).containsExactly(lead);
        assertThat(sentences(null, "U.N.: Talks Must Go On\nNEW YORK (AP) - Talks must go on."))
                .containsExactly("U.N.: Talks Must Go On", "Talks must go on.");
        assertThat(sentences(null, "NATO, Russia – old rivals – met."))
                .containsExactly("NATO, Russia – old rivals – met.");
    }

    @Test
    void labelsAreNoPartOfAHeadline() {
        assertThat(sentences("UPDATE 2-Peru condemns Chile", "It rained."))
                .containsExactly("Peru condemns Chile", "It rained.");
        assertThat(sentences("WATCH | Peru condemns Chile", "It rained."))
                .containsExactly("Peru condemns Chile", "It rained.");
        assertThat(sentences("(AP) Peru condemns Chile", "It rained.").get(1)).isEqualTo("It rained.");
        assertThat(sentences(null, "EXCLUSIVE: Peru condemns Chile\nIt rained."))
                .containsExactly("Peru condemns Chile", "It rained.");
        assertThat(sentences("Live fire at the border", "It rained."))
                .containsExactly("Live fire at the border", "It rained.");
    }

    @Test
    void aHeadlineMayEndInAQuote() {
        assertThat(sentences(null, "Premier 'ready for talks'\nPeru's premier spoke on Monday."))
                .containsExactly("Premier 'ready for talks'", "Peru's premier spoke on Monday.");
        assertThat(sentences(null, "What next for Peru?\nLIMA, Peru -- It rained."))
                .containsExactly("What next for Peru?", "It rained.");
    }

    @Test
    void aCountryThatActsBeginsASentence() {
        assertThat(sentences(null, "Peru condemned the U.K. France warned of war."))
                .containsExactly("Peru condemned the U.K.", "France warned of war.");
        assertThat(sentences(null, "Peru met the U.K. Ambassador on Monday.")).hasSize(1);
        assertThat(sentences(null, "Peru left the U.S. Brazil talks early.")).hasSize(1);
    }

    @Test
    void abbreviationsMayLackADot() {
        assertThat(words("the U.S and N.Korea")).containsExactly("the", "U.S", "and", "N.", "Korea");
    }

    @Test
    void headingsAreFlagged() {
        Document document =
                new Segmenter().segment("Iran warns Israel", "Background\n\nIran warned Israel. It replied.");
        assertThat(document.sentences()).extracting(Sentence::heading).containsExactly(true, true, false, false);
        Document lined = new Segmenter().segment(null, "Iran warns Israel\nTEHRAN, May 3 – Iran warned Israel.");
        assertThat(lined.sentences()).extracting(Sentence::heading).containsExactly(true, false);
    }

    @Test
    void wrappedLinesStayTogether() {
        assertThat(sentences(
                        null,
                        "The foreign ministry of the neighbouring country said on Monday that the\ntalks had failed."))
                .hasSize(1);
    }

    @Test
    void quotesMaySpanSentences() {
        Document document = new Segmenter().segment(null, "“We came. We saw,” he said. \"No,\" she said.");
        assertThat(document.sentences()).hasSize(3);
        assertThat(document.quotes())
                .extracting(q -> document.text().substring(q.begin(), q.end()))
                .containsExactly("“We came. We saw,”", "\"No,\"");
    }

    @Test
    void markupIsSkipped() {
        assertThat(words("<p>Iran &amp; Iraq</p> 3 < 4")).containsExactly("Iran", "Iraq", "3", "<", "4");
    }
}
