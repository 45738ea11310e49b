package io.entente.coder.rules.clause;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What infinitives, gerunds and participles take over from the clause on which they depend: whether their act happened, who says so. */
final class NonfiniteClauses {
    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final Attribution attribution;
    private final SpeechContents contents;

    NonfiniteClauses(
            AnnotatedSentence scene, PatternMatcher matcher, Attribution attribution, SpeechContents contents) {
        this.scene = scene;
        this.matcher = matcher;
        this.attribution = attribution;
        this.contents = contents;
    }

    Factuality infinitive(Clause clause, Clause parent, Factuality above) {
        NounGroup group = clause.parentNoun();
        NounEntry noun = group == null ? null : scene.event(group);
        VerbClass operator = matcher.operator(parent);
        Status status = above.status();
        if (contents.none(group)) {
            return above.with(status == null ? null : Status.DENIED);
        }
        if (scene.in(LexiconSet.OBLIGED, parent.lemma())
                && parent.object() == null
                && (above.voice().actors().isEmpty() || parent.lemma().equals("need"))) {
            return above.with(null);
        }
        if (forecast(parent, group)) {
            boolean open = status == null || status == Status.DENIED;
            return above.with(open ? status : hostile(clause) ? null : Status.INTENDED);
        }
        if (group != null && (scene.in(LexiconSet.UNCERTAIN, scene.head(group)) || failed(group))) {
            return above.with(null);
        }
        if (group != null
                && noun != null
                && operator != VerbClass.URGE
                && operator != VerbClass.THREATEN
                && !noun.has(NounMark.ASSET)) {
            Status content = status == null ? null : content(noun, scene.head(group));
            return new Factuality(content, above.voice(), scene.agents(parent.subject()), false);
        }
        if (group != null && parent.lemma().equals("have")) {
            return above.with(null); // "has the power to expel X"
        }
        return switch (operator) {
            case REFUSE, REJECT ->
                above.with(status == Status.DENIED ? Status.ASSERTED : status == null ? null : Status.DENIED);
            case THREATEN, PROMISE, VOW, PLAN ->
                above.with(status == null || status == Status.DENIED ? status : Status.INTENDED);
            case URGE, DEMAND ->
                above.with(status != null && status != Status.DENIED && own(parent) ? Status.INTENDED : null);
            case AGREE -> above.with(status == Status.ASSERTED && decided(clause, parent) ? Status.INTENDED : null);
            case ASK, OFFER, ACCEPT, CALL, WARN, ULTIMATUM, SANCTION, DENY, MISDEED -> above.with(null);
            case NONE, SAY, DO, LIFT, SUPPORT, WELCOME ->
                spoken(parent)
                        ? new Factuality(above.status(), above.voice(), contents.hearers(parent), false)
                        : purpose(clause) && !ranked(clause) ? above.with(null) : above;
            default -> above;
        };
    }

    /** "is expected to visit X", "is due to sign a pact with X". */
    private boolean forecast(Clause parent, @Nullable NounGroup group) {
        return parent.passive() && scene.in(LexiconSet.FORECAST, parent.lemma())
                || parent.lemma().equals("be") && group != null && scene.in(LexiconSet.FORECAST, scene.head(group));
    }

    /** What somebody is only expected to do to another is a guess. */
    private boolean hostile(Clause clause) {
        return matcher.entries(clause).stream()
                .limit(1)
                .anyMatch(entry -> entry.type() != null && EventTypes.hostile(entry.type()));
    }

    /** "a failed attempt to arrest X's president", "a foiled plot to kill X's envoy". */
    private boolean failed(NounGroup noun) {
        for (int i = noun.first(); i < noun.head(); i++) {
            if (scene.in(LexiconSet.FUTILE, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** "instructed her minister to open ties with X": what somebody orders his own people to do is announced. */
    private boolean own(Clause clause) {
        Set<String> ordered = Actor.codes(scene.agents(clause.object()));
        Set<String> ordering = Actor.codes(scene.agents(clause.subject()));
        return !clause.passive() && ordered.size() == 1 && ordering.containsAll(ordered);
    }

    /**
     * "NATO agreed to send ships to X", "agreed to impose sanctions on X": what a bloc agrees to do its members have decided among
     * themselves, and nothing hostile is agreed with whom it hits.
     */
    boolean decided(Clause clause, Clause agreeing) {
        List<Actor> sides = scene.agents(agreeing.subject());
        boolean bloc = !sides.isEmpty()
                && sides.stream().allMatch(side -> side.mention().actorKind() == ActorKind.BLOC);
        return matcher.entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null
                        && switch (e.type()) {
                            case AID, MOBILIZE -> bloc;
                            case SANCTION, ASSAULT -> true;
                            default -> false;
                        });
    }

    /** "telephoned X to thank him", "summoned the ambassador to protest": what such an act is for is done with it. */
    private boolean spoken(Clause parent) {
        return matcher.entries(parent).stream()
                .anyMatch(e -> e.type() == EventType.CONSULT || e.type() == EventType.PROTEST);
    }

    /** "became the first president to visit X": what it names was done. */
    private boolean ranked(Clause clause) {
        for (NounGroup noun = clause.parentNoun(); noun != null; noun = noun.governor()) {
            for (int i = noun.first(); i < noun.last(); i++) {
                if (scene.in(LexiconSet.RANK, scene.lower(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an infinitive only says what something is for. */
    private static boolean purpose(Clause clause) {
        return clause.parent() != null && !clause.parent().arguments().isEmpty();
    }

    Factuality gerund(Clause clause, Clause parent, Factuality above) {
        VerbClass operator = matcher.operator(parent);
        String introducer = clause.introducer();
        List<Actor> subject = scene.agents(parent.subject());
        if (contents.none(clause.parentNoun())) {
            return above.with(above.status() == null ? null : Status.DENIED);
        }
        if (operator == VerbClass.ACCUSE) {
            List<Actor> accuser = parent.passive() ? List.of() : subject;
            boolean told = above.status() == Status.ASSERTED || above.status() == Status.REPORTED;
            return new Factuality(
                    told && deed(clause) ? Status.REPORTED : null, attribution.voice(parent.subject()), accuser, false);
        }
        if (introducer == null) {
            return object(parent, above);
        }
        if (able(clause) || charged(clause, parent)) {
            return above.with(null);
        }
        if ("against".equals(introducer) && scene.in(LexiconSet.ADVISING, parent.lemma())
                || talked(introducer, clause.parentNoun())) {
            return above.with(null);
        }
        if (operator == VerbClass.REFUSE || FunctionWords.UNDONE.has(introducer)) {
            return above.with(Status.DENIED);
        }
        boolean reasons = operator == VerbClass.CONDEMN || operator == VerbClass.THANK || operator == VerbClass.WELCOME;
        if (reasons) {
            List<Actor> counterpart = operator == VerbClass.THANK ? subject : List.of();
            return new Factuality(above.status() == null ? null : Status.ASSERTED, above.voice(), counterpart, false);
        }
        if (longBefore(introducer, clause.first())) {
            return above.with(Status.PAST).unsaid();
        }
        return (operator == VerbClass.PLAN
                        || operator == VerbClass.CALL
                        || operator == VerbClass.DEMAND
                        || operator == VerbClass.ASK)
                ? above.with(null)
                : above.unsaid();
    }

    /** "a missile capable of hitting X", "the risk of invading X", "a ban on visiting X": what can be done, or must not, is not done. */
    private boolean able(Clause clause) {
        NounGroup noun = clause.parentNoun();
        NounEntry act = noun == null ? null : scene.event(noun);
        return noun != null
                && (scene.head(noun).equals("capable")
                        || act != null && act.type() == EventType.SANCTION
                        || scene.in(LexiconSet.IMAGINATION, scene.singular(noun.head())));
    }

    /** "asked about bombing X", "a bill on expelling foreigners": what is only talked of. */
    private boolean talked(String introducer, @Nullable NounGroup noun) {
        return "about".equals(introducer)
                || "on".equals(introducer)
                        && noun != null
                        && scene.in(LexiconSet.DOCUMENT, scene.singular(noun.head()));
    }

    /** "was arrested for selling …", "on charges of violating …": what people are tried for no state did. */
    private boolean charged(Clause clause, Clause parent) {
        NounGroup noun = clause.parentNoun();
        boolean charge = noun != null && scene.in(LexiconSet.CLAIMS, scene.head(noun));
        boolean punished = "for".equals(clause.introducer())
                && !parent.passive()
                && parent.arguments().stream()
                        .allMatch(argument -> scene.agents(argument).isEmpty())
                && matcher.entries(parent).stream().limit(1).anyMatch(entry -> entry.type() == EventType.SANCTION);
        return charge && "of".equals(clause.introducer())
                || punished
                || scene.in(LexiconSet.CUSTODY, parent.lemma()) && FunctionWords.ACCUSATION.has(clause.introducer());
    }

    /** Whether the clause reports a deed, not mere conduct. */
    private boolean deed(Clause clause) {
        return matcher.entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.type() != null
                        && switch (e.type()) {
                            case ASSAULT, COERCE, MOBILIZE, SANCTION, AID -> true;
                            default -> false;
                        });
    }

    /** A gerund that is the verb's object: "denied planting", "stopped shelling", "began shelling". */
    private Factuality object(Clause parent, Factuality above) {
        if (scene.in(LexiconSet.DEBATING, parent.lemma()) && parent.modality() != Modality.WOULD) {
            return above.with(null);
        }
        return switch (matcher.operator(parent)) {
            case DENY, REFUSE, LIFT, REJECT -> above.with(above.status() == null ? null : Status.DENIED);
            case PLAN, THREATEN, PROMISE, VOW -> above.with(Status.INTENDED);
            case OFFER, URGE, ASK, DEMAND, CALL -> above.with(null);
            default -> above;
        };
    }

    Factuality participle(Clause clause, Clause parent, Factuality above) {
        return switch (matcher.operator(parent)) {
            case DENY, REFUSE -> above.with(Status.DENIED);
            case OFFER, URGE -> clause.verb() < parent.verb() ? above.beside().unsaid() : above.with(null);
            default ->
                longBefore(clause.introducer(), clause.first())
                        ? above.with(Status.PAST).unsaid()
                        : above.beside().unsaid();
        };
    }

    /** How an infinitive after the noun is reported ("a demand to leave", "a threat to leave", "a decision to leave"). */
    private @Nullable Status content(NounEntry noun, String head) {
        if (scene.in(LexiconSet.CONTENT, noun.id()) || head.equals("tender")) {
            return null;
        }
        if (scene.in(LexiconSet.ANNOUNCING, noun.id())) {
            return Status.INTENDED;
        }
        return noun.id().equals("refusal") ? Status.DENIED : Status.ASSERTED;
    }

    /** "three years after …", "a decade since …": whether years lie between what follows and what is reported. */
    boolean longBefore(@Nullable String introducer, int first) {
        int at = first - 1;
        return ("after".equals(introducer) || "since".equals(introducer))
                && at > 0
                && scene.lower(at).equals(introducer)
                && scene.in(LexiconSet.YEARS, scene.lower(at - 1));
    }
}
