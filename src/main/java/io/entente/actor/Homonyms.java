package io.entente.actor;

import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.WordMark;

/** Finds where a word that names a country or people is another word: the U.S. state of Georgia, turkey, "polish the". */
final class Homonyms {
    private final CountryEvidence evidence;

    Homonyms(CountryEvidence evidence) {
        this.evidence = evidence;
    }

    /** Whether {@code hit} is another word than the name of the actor of that code. */
    boolean isOther(TaggedSentence line, FormMatch hit, String code) {
        return switch (line.lower(hit.first())) {
            case "georgia" -> hit.last() - hit.first() == 1 && american(line, hit);
            case "georgian", "georgians" -> american(line, hit);
            case "washington" -> state(line, hit) || line.has(beside(line, hit), WordMark.HOME_US);
            case "turkey", "china" ->
                line.initial(hit.first())
                        && evidence.food() > 0
                        && !evidence.namesAnother(code)
                        && !evidence.namesOtherwise(code, line.lower(hit.first()));
            case "us" -> line.lower(hit.last()).equals("$");
            case "western" -> line.hit(hit.last()) != null && line.head(hit.last()) == null;
            case "european" ->
                line.has(hit.last(), WordMark.LAND) && !line.lower(hit.last()).equals("union");
            case "polish" ->
                line.initial(hit.first())
                        && (line.lower(hit.last()).equals("the")
                                || line.lower(hit.last()).equals("your"));
            case "english" -> language(line, hit);
            case "male" ->
                !line.has(hit.first() - 1, WordMark.PREPOSITION)
                        && !line.lower(hit.first() - 1).equals("to");
            default -> false;
        };
    }

    /** Georgia is the U.S. state in home news that has no other word for the country. */
    private boolean american(TaggedSentence line, FormMatch hit) {
        if (evidence.namesOtherwise("GEO", line.lower(hit.first()))) {
            return false;
        }
        if (amongStates(line, hit)) {
            return true;
        }
        int beside = beside(line, hit);
        HeadMatch head = HeadMatch.at(line, beside);
        boolean home = line.has(beside, WordMark.HOME_US);
        boolean sovereign =
                head != null && !home && (head.role().contains("foreign") || ReferenceWords.SOVEREIGN.has(head.noun()));
        return !sovereign && (home || evidence.homeUs() > 1);
    }

    /** "Georgia and Arizona", "Alabama, Georgia". */
    private static boolean amongStates(TaggedSentence line, FormMatch hit) {
        boolean after = line.joins(hit.last(), hit.last() + 1)
                && line.has(hit.last() + 1, WordMark.STATE)
                && line.hit(hit.last() + 1) == null;
        boolean before = line.joins(hit.first() - 1, hit.first())
                && line.has(hit.first() - 2, WordMark.STATE)
                && line.hit(hit.first() - 2) == null;
        return after || before;
    }

    private static int beside(TaggedSentence line, FormMatch hit) {
        return line.possessive(hit.last()) ? hit.last() + 1 : hit.last();
    }

    private static boolean state(TaggedSentence line, FormMatch hit) {
        return line.lower(hit.last()).equals("state")
                && line.head(hit.last()) != null
                && !line.lower(hit.last() + 1).equals("department")
                && !line.lower(hit.last() + 1).equals("dinner");
    }

    /** "in English", "speaks English", "broken English". */
    private static boolean language(TaggedSentence line, FormMatch hit) {
        String before = line.lower(hit.first() - 1);
        boolean nounAfter = line.word(hit.last()) && !line.has(hit.last(), WordMark.STOP);
        return !nounAfter
                && (before.equals("in")
                        || before.equals("speak")
                        || before.equals("speaks")
                        || before.equals("spoke")
                        || before.equals("fluent")
                        || before.equals("broken")
                        || before.equals("into")
                        || before.equals("from")
                        || before.equals("learn")
                        || before.equals("learning")
                        || before.equals("teach")
                        || before.equals("taught"));
    }
}
