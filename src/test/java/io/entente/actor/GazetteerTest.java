package io.entente.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.language.segment.Document;
import io.entente.language.segment.Segmenter;
import io.entente.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {
    private static final LocalDate DAY = LocalDate.parse("2024-03-01");
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    private static List<ActorMention> tag(ActorTagger tagger, String text) {
        return tagger.tag(new Segmenter().segment(null, text), DAY).mentions();
    }

    @Test
    void knowsEveryCountryOfIso3166() {
        Set<String> known = GAZETTEER.entries().stream()
                .map(DictionaryEntry::code)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(known)
                .containsAll(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3))
                .contains("XKX");
    }

    @Test
    void offsetsAndTokensSayTheSame() {
        String text = "“It was late,” said Sweden’s foreign ministry. Ambassador Anna Berg of Norway agreed.";
        Document document = new Segmenter().segment("Oslo, Stockholm meet", text);
        for (ActorMention mention : GAZETTEER.tag(document, DAY).mentions()) {
            assertThat(document.text().substring(mention.begin(), mention.end()))
                    .isEqualTo(mention.text());
            var tokens = document.sentences().get(mention.sentence()).tokens();
            assertThat(tokens.get(mention.first()).begin()).isEqualTo(mention.begin());
            assertThat(tokens.get(mention.last() - 1).end()).isEqualTo(mention.end());
        }
    }

    @Test
    void mentionsOverlapOnlyWhereOneWordGroupMeansSeveralActors() {
        List<ActorMention> mentions =
                tag(GAZETTEER, "Peru and Chile met. The two countries signed a pact with their neighbour.");
        for (int i = 1; i < mentions.size(); i++) {
            ActorMention before = mentions.get(i - 1);
            ActorMention mention = mentions.get(i);
            boolean behind = mention.begin() >= before.end();
            boolean same = mention.begin() == before.begin() && mention.end() == before.end();
            assertThat(behind || same).as("%s %s", before, mention).isTrue();
        }
        assertThat(mentions)
                .filteredOn(mention -> mention.text().equals("The two countries"))
                .extracting(ActorMention::code)
                .containsExactly("CHL", "PER");
    }

    @Test
    void tellsBlocsFromCountries() {
        assertThat(tag(GAZETTEER, "NATO warned Serbia."))
                .extracting(ActorMention::code, ActorMention::actorKind)
                .containsExactly(tuple("NATO", ActorKind.BLOC), tuple("SRB", ActorKind.COUNTRY));
    }

    @Test
    void namesThoseWhoActAndAreUnknown() {
        TaggedDocument tagged = GAZETTEER.tag(
                new Segmenter()
                        .segment(null, "On Monday Zorgon Vale threatened Chad. In Brimsby said to be calm, rain fell."),
                DAY);
        assertThat(tagged.unresolved()).containsExactly("Zorgon Vale");
    }

    @Test
    void looksUpAllTermsOfAnOffice() {
        assertThat(GAZETTEER.lookup("Donald Tusk"))
                .extracting(DictionaryEntry::code)
                .containsExactly("POL", "EUU", "POL");
        assertThat(GAZETTEER.lookup("Merkel").stream().filter(entry -> entry.on(LocalDate.parse("2010-01-01"))))
                .isNotEmpty()
                .allMatch(entry -> "DEU".equals(entry.code()));
        assertThat(GAZETTEER.lookup("nobody at all")).isEmpty();
    }

    @Test
    void ownDictionariesExtendAndOverride(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("people-ours.tsv"),
                """
                # Ours
                FRA\tpresident\tEmmanuel /Macron/*\t2017-05-14\t2023-12-31\t
                FRA\tpresident\tAnne /Quelconque/*\t2024-01-01\t\t
                """);
        Files.writeString(folder.resolve("traps.tsv"), "Beijing\t\nOrchard House\tSGP\n");
        Gazetteer own = Gazetteer.load(folder);

        assertThat(tag(own, "Macron met Quelconque at Orchard House near Beijing."))
                .extracting(ActorMention::code)
                .containsExactly("FRA", "SGP");
        assertThat(tag(GAZETTEER, "Macron met Quelconque."))
                .extracting(ActorMention::text)
                .containsExactly("Macron");
    }

    @Test
    void faultsAreNamedWithFileAndLine(@TempDir Path folder) throws IOException {
        Path people = folder.resolve("people.tsv");
        Files.writeString(people, "# fine\nRUS\tpresident\tA /Bcd/\t2020-13-01\t\t\nXYZ\tking\tA /Bcd/\t\t\t\n");
        Path stranger = folder.resolve("stranger.tsv");
        Files.writeString(stranger, "a\tb\n");

        assertThat(Gazetteer.check(people))
                .containsExactly(
                        people + ":2: column 4: '2020-13-01' is not a valid date: write 2024-03-31, 2024-03 or 2024",
                        people + ":3: column 1: no country or bloc has the code 'XYZ'");
        assertThat(Gazetteer.check(stranger)).hasSize(1);
        assertThatThrownBy(() -> Gazetteer.load(folder))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("people.tsv:3:")
                .hasMessageContaining("stranger.tsv");
        assertThatThrownBy(() -> Gazetteer.load(folder.resolve("absent")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("no such folder");
    }

    @Test
    void refusesWhatNoLineCanMean(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("countries.tsv");
        Files.writeString(file, "Russia\tRussia\nRUS\nRUS\ta\tb\tc\td\te\tf\tg\nRUS\tRussia\tOld (to 19x)\n");
        assertThat(Gazetteer.check(file)).hasSize(4);
        Path words = folder.resolve("words-x.tsv");
        Files.writeString(words, "colour\tred\n");
        assertThat(Gazetteer.check(words))
                .singleElement()
                .asString()
                .contains("words-x.tsv:1: column 1: 'colour' is not one of: modifier, stop");
    }

    @Test
    void privatePeopleAreOnlyAdjectives() {
        assertThat(tag(GAZETTEER, "Brazilian students met a Peruvian minister."))
                .extracting(ActorMention::text, ActorMention::kind)
                .containsExactly(
                        tuple("Brazilian", MentionKind.DEMONYM), tuple("Peruvian minister", MentionKind.OFFICE));
    }

    @Test
    void emptyAndWordlessTextsHaveNoMentions() {
        assertThat(tag(GAZETTEER, "")).isEmpty();
        assertThat(tag(GAZETTEER, "… – “” ' - 's")).isEmpty();
        assertThat(Set.copyOf(tag(GAZETTEER, "’s the of -"))).isEmpty();
    }
}
