package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import io.entente.language.segment.MonthNames;
import io.entente.language.segment.Token;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Recognises words that are about the past, more than a month before the article. */
public final class PastReference {
    private static final int YEAR_DIGITS = 4;

    private final AnnotatedSentence scene;
    private final LocalDate date;

    public PastReference(AnnotatedSentence scene, LocalDate date) {
        this.scene = scene;
        this.date = date;
    }

    /** Whether what the word at a token reports is long past: its clause says so, or the clause of which it gives the time. */
    public boolean dates(int token) {
        if (tells(begin(token), end(token))) {
            return true;
        }
        Clause clause = clauseAt(token);
        while (clause != null && clause.parent() != null && !clause.finite()) {
            clause = clause.parent();
        }
        return clause != null && (dated(clause) || named(clause) || opened(clause));
    }

    /** "In 2014 X sent troops to Y after Z had seized …": a clause of time is as old as the one that it belongs to. */
    private boolean dated(Clause clause) {
        Clause parent = clause.parent();
        return parent != null
                && parent.finite()
                && clause.relation() == ClauseRelation.ADVERBIAL
                && FunctionWords.TEMPORAL.has(clause.introducer())
                && parent.verb() != clause.verb()
                && tells(begin(parent.verb()), end(parent.verb()));
    }

    /** "since 2014, when X seized …": the year stands right before the clause that says what happened then. */
    private boolean named(Clause clause) {
        int when = begins(clause) - 1;
        if (when < 2 || !scene.lower(when).equals("when")) {
            return false;
        }
        int before = scene.lower(when - 1).equals(",") ? when - 2 : when - 1;
        return year(scene.tokens().get(before));
    }

    /** "In 2014, as X seized Y, Z condemned …": the time at the head of the sentence is also that of what follows the first clause. */
    private boolean opened(Clause clause) {
        Clause head = scene.parse().clauses().get(0);
        boolean within = head.parent() == clause
                || head == clause
                || head.parent() == null && clause.relation() == ClauseRelation.MAIN;
        return within
                && head.relation() == ClauseRelation.ADVERBIAL
                && FunctionWords.TEMPORAL.has(head.introducer())
                && tells(0, begins(head));
    }

    /** Where the clause of a word begins: after the verb before its own; the sentence's first reaches to the beginning. */
    private int begin(int token) {
        int begin = 0;
        for (Clause clause : scene.parse().clauses()) {
            if (clause.finite() && clause.verb() < token) {
                Clause own = clauseAt(token);
                NounGroup subject = own == null ? null : own.subject();
                begin = subject != null && subject.first() > clause.verb() ? subject.first() - 2 : token;
            }
        }
        return begin;
    }

    private int end(int token) {
        int end = scene.tokens().size();
        for (Clause clause : scene.parse().clauses()) {
            if (clause.first() > token && clause.first() < end) {
                NounGroup subject = clause.subject();
                end = subject != null && subject.first() > token ? subject.first() : clause.first();
            }
        }
        return end;
    }

    private static int begins(Clause clause) {
        NounGroup subject = clause.subject();
        return subject == null ? clause.first() : Math.min(subject.first(), clause.first());
    }

    private @Nullable Clause clauseAt(int verb) {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.verb() == verb) {
                return clause;
            }
        }
        return null;
    }

    /** Whether the words from {@code first} to {@code last} name a time long past. */
    private boolean tells(int first, int last) {
        for (int i = Math.max(1, first); i < last; i++) {
            String before = scene.lower(i - 1);
            String word = scene.lower(i);
            boolean dated =
                    year(scene.tokens().get(i)) && (FunctionWords.BEFORE_YEAR.has(before) || MonthNames.isFull(before));
            boolean ago = word.equals("ago") && scene.in(LexiconSet.AGO, before)
                    || before.equals("last") && word.equals("year");
            if (dated || ago) {
                return true;
            }
        }
        return false;
    }

    private boolean year(Token token) {
        if (token.lower().length() != YEAR_DIGITS || !token.lower().chars().allMatch(Character::isDigit)) {
            return false;
        }
        int year = Integer.parseInt(token.lower());
        return year > 1500 && year < date.getYear();
    }
}
