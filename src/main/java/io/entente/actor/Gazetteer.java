package io.entente.actor;

import io.entente.actor.dictionary.Dictionaries;
import io.entente.actor.dictionary.DictionaryEntry;
import io.entente.actor.dictionary.Lexicon;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds actors by dictionaries of names, offices and people with dates, by the grammar of noun groups, and by coreference. The
 * dictionaries are looked up in one pass, linear in the text.
 */
public final class Gazetteer implements ActorTagger {
    private final Lexicon lexicon;
    private final Scanner scanner;

    private Gazetteer(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.scanner = new Scanner(lexicon);
    }

    /** A gazetteer with the built-in dictionaries. */
    public static Gazetteer load() {
        return new Gazetteer(Dictionaries.read(null));
    }

    /**
     * A gazetteer with the built-in dictionaries, extended and overridden by the files in {@code folder}: {@code people.tsv} and
     * any {@code people-….tsv} like the built-in {@code people.tsv}, and so on.
     *
     * @throws io.entente.table.TableException if the folder does not exist or one of its lines cannot be used
     */
    public static Gazetteer load(Path folder) {
        return new Gazetteer(Dictionaries.read(folder));
    }

    /** What is wrong with a dictionary file, each fault as {@code file:line: reason}; empty if it can be used. */
    public static List<String> check(Path file) {
        return Dictionaries.check(file);
    }

    /** What the dictionaries say of a name, and of people with that family name, in order of kind and date. */
    public List<DictionaryEntry> lookup(String name) {
        return lexicon.lookup(name);
    }

    /** All entries, in order of form. */
    public List<DictionaryEntry> entries() {
        return lexicon.entries();
    }

    @Override
    public TaggedDocument tag(Document document, LocalDate date) {
        int day = Math.toIntExact(date.toEpochDay());
        List<TaggedSentence> lines = new ArrayList<>(document.sentences().size());
        for (Sentence sentence : document.sentences()) {
            lines.add(scanner.scan(lines.size(), sentence, day));
        }
        IntroducedPeople names = new IntroducedPeople(lexicon, day);
        MentionGrammar grammar =
                new MentionGrammar(day, new Traps(CountryEvidence.of(lines, day)), names, new References());
        List<List<MentionCandidate>> groups = new ArrayList<>(lines.size());
        BitSet games = SportFilter.games(lines);
        for (TaggedSentence line : lines) {
            groups.add(games.get(line.index()) ? new ArrayList<>() : grammar.read(line));
        }
        List<String> unresolved = settle(grammar.unknown(), names, groups);
        Salience salience = new Salience(lexicon, Dateline.country(document, lexicon));
        List<ActorMention> mentions = new ArrayList<>();
        for (TaggedSentence line : lines) {
            List<MentionCandidate> here = groups.get(line.index());
            salience.read(line, here);
            for (MentionCandidate group : here) {
                mention(document, line, group, mentions);
            }
        }
        return new TaggedDocument(document, mentions, unresolved);
    }

    /** Resolves names that were introduced later than they stand, as in headlines; returns those that act and stay unknown. */
    private static List<String> settle(
            List<UnknownName> unknown, IntroducedPeople names, List<List<MentionCandidate>> groups) {
        List<String> unresolved = new ArrayList<>();
        for (UnknownName name : unknown) {
            IntroducedPeople.Person known = names.known(name.text());
            if (known != null) {
                List<MentionCandidate> here = groups.get(name.line().index());
                here.add(MentionCandidate.introduced(name.line(), name.first(), name.last(), known));
                here.sort(Comparator.comparingInt(group -> group.first));
            } else if (name.acts()) {
                unresolved.add(name.text());
            }
        }
        return unresolved;
    }

    private static ActorKind actorKind(Lexicon.Kind kind) {
        return switch (kind) {
            case COUNTRY -> ActorKind.COUNTRY;
            case BLOC -> ActorKind.BLOC;
            case ORGANISATION -> ActorKind.ORGANISATION;
            case GROUP -> ActorKind.ARMED_GROUP;
        };
    }

    private void mention(Document document, TaggedSentence line, MentionCandidate group, List<ActorMention> mentions) {
        Collection<String> codes = group.codes.size() > 1 ? new TreeSet<>(group.codes) : group.codes;
        for (String code : codes) {
            Lexicon.Kind kind = lexicon.kind(code);
            Token first = line.token(group.first);
            Token last = line.token(group.last - 1);
            mentions.add(new ActorMention(
                    group.sentence,
                    group.first,
                    group.last,
                    first.begin(),
                    last.end(),
                    document.text().substring(first.begin(), last.end()),
                    code,
                    actorKind(kind),
                    kind == Lexicon.Kind.GROUP && group.kind != MentionKind.REFERENCE
                            ? MentionKind.ARMED_GROUP
                            : group.kind,
                    group.name,
                    group.role,
                    group.post == null ? null : new Post(group.post, actorKind(lexicon.kind(group.post))),
                    group.entry,
                    group.confidence));
        }
    }
}
