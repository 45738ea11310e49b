package io.entente.coder.rules.clause;

import io.entente.actor.ActorMention;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who says "we" and "I" outside quotes: whoever the article says makes the statement that it prints ("Joint statement by …", "We, X and
 * Y, …", "the minister said:"), or else, where nobody is quoted, whoever acts before.
 */
public final class StatementAuthors {
    private final Document document;
    private List<Actor> authors = List.of();
    private @Nullable String name;

    /** Whether the article says that they are the authors; otherwise they are guessed from who acts. */
    private boolean named;

    public StatementAuthors(Document document) {
        this.document = document;
    }

    /** Whether any sentence of the article says "we" or "I" outside quotes. */
    public boolean any() {
        return document.sentences().stream().anyMatch(this::firstPerson);
    }

    /** Whether the sentence says "we" or "I" outside quotes and somebody is known to say so. */
    public boolean speakIn(Sentence sentence) {
        return !authors.isEmpty() && firstPerson(sentence);
    }

    private boolean firstPerson(Sentence sentence) {
        return sentence.tokens().stream().anyMatch(this::firstPerson);
    }

    /** Those who say "we" in a sentence where {@link #speakIn} holds. */
    public Speaker speaker() {
        return new Speaker(authors, name);
    }

    private boolean firstPerson(Token token) {
        boolean abbreviation = token.capitalised()
                && token.text().length() == 2
                && !token.text().equals("We")
                && !token.text().equals("My");
        return FunctionWords.FIRST_PERSON.has(token.lower())
                && !abbreviation
                && document.quoteAt(token.begin()) == null;
    }

    /** Takes note of who a sentence says makes the statement. */
    public void read(AnnotatedSentence scene, Speaker last) {
        boolean introduced = scene.lower(scene.tokens().size() - 1).equals(":");
        List<Actor> found = Actor.first(apposed(scene), stated(scene), introduced ? last.actors() : List.of());
        if (!found.isEmpty()) {
            set(found, true);
        } else if (!named
                && document.quotes().isEmpty()
                && !speakIn(scene.parse().sentence())) {
            set(subject(scene), false);
        }
    }

    private void set(List<Actor> found, boolean known) {
        if (!found.isEmpty()) {
            authors = found;
            named = known;
            name = found.get(0).mention().text();
        }
    }

    /** "We, the United States, Peru and Chile, …". */
    private static List<Actor> apposed(AnnotatedSentence scene) {
        boolean opened = scene.tokens().size() > 2
                && scene.lower(0).equals("we")
                && scene.lower(1).equals(",");
        List<Actor> found = new ArrayList<>();
        NounGroup we = opened && !scene.parse().groups().isEmpty()
                ? scene.parse().groups().get(0)
                : null;
        for (int i = 2; we != null && i < scene.tokens().size(); i++) {
            ActorMention mention = mentionAt(scene, i);
            if (mention != null) {
                found.add(new Actor(mention, we, true));
                i = mention.last() - 1;
            } else if (!FunctionWords.NAME_LINK.has(scene.lower(i))) {
                break;
            }
        }
        return found.size() > 1 ? found : List.of();
    }

    private static @Nullable ActorMention mentionAt(AnnotatedSentence scene, int token) {
        for (ActorMention mention : scene.mentions()) {
            if (mention.first() == token) {
                return mention;
            }
        }
        return null;
    }

    /** "Joint statement by X and Y", "the following statement was released by X". */
    private static List<Actor> stated(AnnotatedSentence scene) {
        boolean statement = false;
        for (int i = 0; i < scene.tokens().size(); i++) {
            String word = scene.lower(i);
            statement |= scene.in(LexiconSet.STATEMENT, word);
            if (statement && word.equals("by")) {
                return agentsFrom(scene, i + 1);
            }
        }
        return List.of();
    }

    /** The agents that are named from a token on, up to the next verb. */
    private static List<Actor> agentsFrom(AnnotatedSentence scene, int from) {
        int end = scene.tokens().size();
        for (Clause clause : scene.parse().clauses()) {
            end = clause.verb() >= from ? Math.min(end, clause.verb()) : end;
        }
        List<Actor> found = new ArrayList<>(2);
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() >= from && group.last() <= end) {
                for (Actor actor : scene.agents(group)) {
                    if (!Actor.codes(found).contains(actor.code())) {
                        found.add(actor);
                    }
                }
            }
        }
        return found;
    }

    /** Those who do what the first clause says. */
    private static List<Actor> subject(AnnotatedSentence scene) {
        for (Clause clause : scene.parse().clauses()) {
            List<Actor> agents = clause.passive() ? List.of() : scene.agents(clause.subject());
            if (!agents.isEmpty()) {
                return agents;
            }
        }
        return List.of();
    }
}
