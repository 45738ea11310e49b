package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.actor.TaggedDocument;
import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody asks about: they become an actor wherever they stand, whoever or whatever they name, and those who do
 * something without being an actor count by the words that name them.
 *
 * @param text the words, in the case in which they stand in the article
 */
public record AnyTarget(String text) {
    private static final String ENTRY = "asked for";

    /** The same document with the words as an actor that has them for its code; what a dictionary found in their place gives way. */
    public TaggedDocument in(TaggedDocument tagged) {
        List<ActorMention> mentions = new ArrayList<>();
        NavigableSet<Place> places = places(tagged);
        Set<Place> unknown = new LinkedHashSet<>(places);
        for (ActorMention mention : tagged.mentions()) {
            Place place = places.floor(new Place(mention.sentence(), mention.last() - 1, mention.last()));
            boolean within = place != null && place.within(mention);
            if (within || mention.code().equals(text)) {
                mentions.add(coded(mention));
            } else if (place == null || !place.meets(mention)) {
                mentions.add(mention);
            }
            if (within) {
                unknown.remove(place);
            }
        }
        for (Place place : unknown) {
            mentions.add(mention(place, tagged.document().sentences().get(place.sentence())));
        }
        mentions.sort(Comparator.comparingInt(ActorMention::sentence).thenComparingInt(ActorMention::first));
        return new TaggedDocument(tagged.document(), mentions, tagged.unresolved());
    }

    /** Lets subjects, agents and persons as objects that name no actor stand for whomever their words name. */
    public static void name(AnnotatedSentence scene) {
        for (Clause clause : scene.parse().clauses()) {
            NounGroup subject = clause.passive() ? null : clause.subject();
            name(scene, subject);
            for (NounGroup argument : clause.arguments()) {
                boolean agent = clause.passive() && "by".equals(argument.preposition());
                boolean person = argument.preposition() == null && scene.person(argument);
                name(scene, agent || person ? argument : null);
            }
        }
    }

    private static void name(AnnotatedSentence scene, @Nullable NounGroup group) {
        if (group != null && scene.agents(group).isEmpty()) {
            List<Token> tokens = scene.tokens();
            int first = group.first();
            while (first < group.head() && !tokens.get(first).word()) {
                first++;
            }
            ActorMention unknown = unknown(
                    scene.text(first, group.last()),
                    0,
                    first,
                    group.last(),
                    tokens.get(first).begin(),
                    tokens.get(group.last() - 1).end());
            scene.stand(group, List.of(new Actor(unknown, group, true)));
        }
    }

    /** Whoever did something to {@code target} where no words name him. */
    public static Actor somebody(Actor target) {
        ActorMention at = target.mention();
        return new Actor(
                unknown("", at.sentence(), at.first(), at.last(), at.begin(), at.begin()), target.group(), false);
    }

    private static ActorMention unknown(String words, int sentence, int first, int last, int begin, int end) {
        return new ActorMention(
                sentence,
                first,
                last,
                begin,
                end,
                words,
                words,
                ActorKind.BLOC,
                MentionKind.OTHER,
                null,
                null,
                null,
                "unknown",
                1);
    }

    /** Tokens of a sentence in which the words stand. */
    private record Place(int sentence, int first, int last) {
        boolean within(ActorMention mention) {
            return mention.sentence() == sentence && mention.first() <= first && last <= mention.last();
        }

        boolean meets(ActorMention mention) {
            return mention.sentence() == sentence && mention.first() < last && first < mention.last();
        }
    }

    private NavigableSet<Place> places(TaggedDocument tagged) {
        NavigableSet<Place> places =
                new TreeSet<>(Comparator.comparingInt(Place::sentence).thenComparingInt(Place::first));
        String whole = tagged.document().text();
        List<Sentence> sentences = tagged.document().sentences();
        int at = next(whole, 0);
        for (int i = 0; i < sentences.size() && at >= 0; i++) {
            Sentence sentence = sentences.get(i);
            at = at < sentence.begin() ? next(whole, sentence.begin()) : at;
            int token = 0;
            while (at >= 0 && at + text.length() <= sentence.end()) {
                Place place = place(i, sentence.tokens(), token, at);
                if (place.first() < place.last()) {
                    places.add(place);
                }
                token = place.last();
                at = next(whole, at + text.length());
            }
        }
        return places;
    }

    /** Where the words stand next with no letter or digit on either side, or -1. */
    private int next(String whole, int from) {
        int at = text.isBlank() ? -1 : whole.indexOf(text, from);
        while (at >= 0 && (inWord(whole, at) || inWord(whole, at + text.length()))) {
            at = whole.indexOf(text, at + 1);
        }
        return at;
    }

    private static boolean inWord(String whole, int at) {
        return at > 0
                && at < whole.length()
                && Character.isLetterOrDigit(whole.codePointBefore(at))
                && Character.isLetterOrDigit(whole.codePointAt(at));
    }

    /** The tokens after {@code from} in which the words stand that begin at offset {@code begin}. */
    private Place place(int sentence, List<Token> tokens, int from, int begin) {
        int first = from;
        while (first < tokens.size() && tokens.get(first).end() <= begin) {
            first++;
        }
        int last = first;
        while (last < tokens.size() && tokens.get(last).begin() < begin + text.length()) {
            last++;
        }
        return new Place(sentence, first, last);
    }

    private ActorMention mention(Place place, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int begin = tokens.get(place.first()).begin();
        int end = tokens.get(place.last() - 1).end();
        return new ActorMention(
                place.sentence(),
                place.first(),
                place.last(),
                begin,
                end,
                text,
                text,
                ActorKind.BLOC,
                kind(tokens, place.first()),
                null,
                null,
                null,
                ENTRY,
                1);
    }

    /** "near X", "in X" only say where something happens, as for a country; "anger at X" goes toward X. */
    private static MentionKind kind(List<Token> tokens, int first) {
        int before = first > 0 && tokens.get(first - 1).lower().equals("the") ? first - 2 : first - 1;
        return before >= 0 && tokens.get(before).lower().equals("at") ? MentionKind.OTHER : MentionKind.COUNTRY;
    }

    private ActorMention coded(ActorMention mention) {
        return new ActorMention(
                mention.sentence(),
                mention.first(),
                mention.last(),
                mention.begin(),
                mention.end(),
                mention.text(),
                text,
                mention.actorKind(),
                mention.kind(),
                mention.name(),
                mention.office(),
                mention.post(),
                mention.entry(),
                mention.confidence());
    }
}
