package io.entente.language.segment;

/** Levels the inflection and the British or American spelling of an English word. Crude on purpose: both sides of a comparison go through it. */
public final class Stem {
    private static final int SHORTEST = 3;

    private Stem() {}

    /** The levelled form of {@code word}, which is in lower case. */
    public static String of(String word) {
        if (word.length() <= SHORTEST + 1 || !Character.isLetter(word.charAt(0))) {
            return word;
        }
        String stem = word;
        if (stem.endsWith("ies") || stem.endsWith("ied")) {
            stem = cut(stem, 3) + "y";
        } else if (stem.endsWith("sses") || stem.endsWith("ches") || stem.endsWith("shes") || stem.endsWith("xes")) {
            stem = cut(stem, 2);
        } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = cut(stem, 1);
        }
        stem = ending(stem, "ing");
        stem = ending(stem, "ed");
        if (stem.endsWith("e") && stem.length() > SHORTEST + 1) {
            stem = cut(stem, 1);
        }
        return spelling(stem.replace("isat", "izat"));
    }

    /** "organis" and "organiz", "labour" and "labor" are one. */
    private static String spelling(String stem) {
        if (stem.endsWith("is")) {
            return cut(stem, 2) + "iz";
        }
        return stem.endsWith("our") ? cut(stem, 3) + "or" : stem;
    }

    private static String ending(String word, String ending) {
        if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST) {
            return word;
        }
        String stem = cut(word, ending.length());
        int last = stem.length() - 1;
        boolean doubled = stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        return doubled ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
