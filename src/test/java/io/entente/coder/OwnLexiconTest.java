package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.coder.extract.ExtractorSettings;
import io.entente.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of the event lexicon that a user adds. */
class OwnLexiconTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final ArticleCoder BUILT_IN = ArticleCoder.of(GAZETTEER);

    @TempDir
    private Path folder;

    @Test
    void addAVerbWithItsForms() throws IOException {
        String text = "Peru skronks Ecuador. Peru skronked Ecuador.";
        assertThat(told(BUILT_IN, text)).isEmpty();
        write("forms.tsv", "skronk\t\t\tt");
        write("verbs-ours.tsv", "# ours", "skronk\tCOERCE\t-6\tobj");
        assertThat(told(own(), text)).containsExactly("PER>ECU COERCE", "PER>ECU COERCE");
    }

    @Test
    void replaceABareVerbOrSilenceIt() throws IOException {
        String text = "Peru accused Ecuador.";
        assertThat(told(BUILT_IN, text)).containsExactly("PER>ECU ACCUSE");
        write("verbs.tsv", "accuse\tTHREATEN\t-\tobj");
        assertThat(told(own(), text)).containsExactly("PER>ECU THREATEN");
        write("verbs.tsv", "accuse\t-\t-\t-");
        assertThat(told(own(), text)).isEmpty();
    }

    @Test
    void goBeforeBuiltInPatternsThatNeedAsMuch() throws IOException {
        String text = "Peru imposed tariffs on Ecuador.";
        assertThat(told(BUILT_IN, text)).containsExactly("PER>ECU SANCTION");
        write("verbs.tsv", "impose + tariff\tCOERCE\t-\ton");
        assertThat(told(own(), text)).containsExactly("PER>ECU COERCE");
    }

    @Test
    void addNounsAndTheirSetsAndPhrases() throws IOException {
        String text = "Peru's kerfuffle with Ecuador went on.";
        assertThat(told(BUILT_IN, text)).isEmpty();
        write("nouns.tsv", "kerfuffle\tACCUSE\t-3\twith");
        assertThat(told(own(), text)).containsExactly("PER>ECU ACCUSE");

        String gift = "Peru lent Ecuador two llamas.";
        List<String> before = told(BUILT_IN, gift);
        write("sets.tsv", "beast\tllama alpaca");
        write("verbs.tsv", "lend + @beast\tCOOPERATE\t5\tobj");
        assertThat(told(own(), gift)).containsExactly("PER>ECU COOPERATE").isNotEqualTo(before);

        String phrase = "In a raspberry to Ecuador, Peru opened the mine.";
        assertThat(told(BUILT_IN, phrase)).isEmpty();
        write("adjuncts.tsv", "in\traspberry\tACCUSE\t-3\tsubject");
        assertThat(told(own(), phrase)).containsExactly("PER>ECU ACCUSE");
    }

    @Test
    void judge() throws IOException {
        String text = "Peru said that Ecuador was flubbery.";
        assertThat(told(BUILT_IN, text)).containsExactly("PER>ECU STATEMENT");
        write("judgements.tsv", "-0.8\tflubbery");
        assertThat(told(own(), text)).containsExactly("PER>ECU ACCUSE");
    }

    @Test
    void areRefusedWithFileLineAndRemedy() throws IOException {
        Path verbs = write(
                "verbs.tsv",
                "# fine",
                "accuse\tACUSE\t-\tobj",
                "accuse\tACCUSE\tmuch\tobj",
                "accuse\tACCUSE\t-99\tobj",
                "accuse ACCUSE",
                "accuse\tACCUSE\t-\tobj\tshout",
                "accuse + @nobody\tACCUSE\t-\tobj",
                "blorp\tACCUSE\t-\tobj",
                "accuse\tACCUSE\t-\tobj\t-\tloud",
                "accuse\tACCUSE\t-\tobj\t-\tsevere=heavy");
        assertThatThrownBy(this::own)
                .isInstanceOf(TableException.class)
                .hasMessageContaining(verbs + ":2: column 2: 'ACUSE' is not one of: agree, ")
                .hasMessageContaining(verbs + ":3: column 3: 'much' is not a number from -10.0 to 10.0")
                .hasMessageContaining(verbs + ":4: column 3: '-99' is not a number")
                .hasMessageContaining(verbs + ":5: 1 column separated by tabs, expected 4 to 6; the head of")
                .hasMessageContaining(verbs + ":6: column 5: 'shout' is not one of: none, say")
                .hasMessageContaining(verbs + ":7: column 1: no set is called 'nobody'; add it to sets.tsv")
                .hasMessageContaining(verbs + ":8: column 1: the forms of 'blorp' are not known; add it to forms.tsv")
                .hasMessageContaining(verbs + ":9: column 6: 'loud' is not one of: mutual, together, ")
                .hasMessageContaining(verbs + ":10: column 6: 'severe=heavy' names no class of severe acts");
    }

    @Test
    void otherTablesAreRefusedToo() throws IOException {
        write("adjuncts.tsv", "in\trow\tACCUSE\t-3\tobject");
        write("sets.tsv", "beast\tllama");
        write("stranger.tsv", "x");
        assertThatThrownBy(this::own)
                .isInstanceOf(TableException.class)
                .hasMessageContaining("adjuncts.tsv:1: column 5: 'object' is not one of: named, subject")
                .hasMessageContaining(
                        "sets.tsv:1: column 1: no rule reads the set 'beast' and no pattern of verbs.tsv names it")
                .hasMessageContaining("stranger.tsv: no table has this name; rename it to one of sets.tsv, ");
        assertThatThrownBy(() -> own(folder.resolve("absent")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("no such folder");
    }

    private ArticleCoder own() {
        return own(folder);
    }

    private static ArticleCoder own(Path folder) {
        return ArticleCoder.of(
                GAZETTEER, new ExtractorSettings(List.of("rules"), folder, null, ExtractorSettings.PARTIES));
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static List<String> told(ArticleCoder coder, String text) {
        return coder
                .code(Article.newBuilder()
                        .setBody(text)
                        .setLanguage("en")
                        .setPublishedAt(Instant.parse("2024-05-06T00:00:00Z"))
                        .build())
                .getStatements()
                .stream()
                .map(s -> s.getSource() + ">" + s.getTarget() + " " + s.getEvent())
                .toList();
    }
}
