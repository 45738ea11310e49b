package io.entente.serve.model;

/**
 * How hard a change of a pair is to explain by chance: the signed root of the Poisson deviance between these days and as many days before, of
 * what was hostile and of what was friendly. It counts the change and the support of it at once: a war that goes on at the same tension but with ten times the events
 * stands out, one harsh word after silence does not.
 */
final class Surprise {
    /** Goldstein intensity of one ordinary event: sums of intensities are counted in these. */
    private static final double EVENT = 5;

    private Surprise() {}

    /** Above zero where hostility rose or friendliness fell, below where it is the other way round. */
    static double of(DirectionSummary now, DirectionSummary before) {
        double hostile = rise(now.conflict(), before.conflict());
        double friendly = rise(now.cooperation(), before.cooperation());
        double worse = hostile < 0 ? hostile : Math.max(hostile, -friendly);
        double better = Math.max(friendly, -hostile);
        return worse >= better ? worse : -better;
    }

    private static double rise(double now, double before) {
        double usual = (now + before) / 2;
        double deviance = 2 * (part(now, usual) + part(before, usual)) / EVENT;
        return Math.copySign(Math.sqrt(Math.max(0, deviance)), now - before);
    }

    private static double part(double count, double expected) {
        return count == 0 ? 0 : count * Math.log(count / expected);
    }
}
