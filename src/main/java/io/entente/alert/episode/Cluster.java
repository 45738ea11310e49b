package io.entente.alert.episode;

import io.entente.actor.dictionary.ActorNames;
import io.entente.alert.day.PairName;
import io.entente.alert.text.GravestAct;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Strands that become one episode. Whether another belongs is judged by the first one, so that chains do not grow without end. */
final class Cluster {
    private static final ActorNames NAMES = ActorNames.load();
    /** More names than so many are counted. */
    private static final int NAMED = 5;

    private final Strand first;
    private final Optional<Hubs.Hub> hub;
    private final List<Strand> strands = new ArrayList<>();
    private final Set<String> articles = new HashSet<>();

    Cluster(Strand first, Optional<Hubs.Hub> hub) {
        this.first = first;
        this.hub = hub;
        add(first);
    }

    void add(Strand strand) {
        strands.add(strand);
        articles.addAll(strand.articles());
    }

    /** Whether a strand begins early enough. */
    boolean reaches(Strand strand) {
        return strand.day() - first.day() <= Hubs.REACH;
    }

    /** Whether it rests on the same article, or has the same actor in the middle. */
    boolean takes(Strand strand, Optional<Hubs.Hub> other) {
        return strand.mood() == first.mood()
                && strand.mood() != Strand.Mood.NEITHER
                && (!Collections.disjoint(articles, strand.articles()) || (hub.isPresent() && hub.equals(other)));
    }

    Episode episode() {
        List<Alert> alerts = strands.stream()
                .map(Strand::alerts)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(Alert::getOpenedAt)
                        .thenComparing(Alert::getPair)
                        .thenComparing(Alert::getId))
                .toList();
        String title = title();
        return new Episode(first.id(), Character.toUpperCase(title.charAt(0)) + title.substring(1), alerts);
    }

    private String title() {
        List<AlertEvidence> acts = strands.stream()
                .map(Strand::act)
                .flatMap(Optional::stream)
                .map(GravestAct::evidence)
                .toList();
        Optional<GravestAct> gravest = GravestAct.of(acts);
        if (gravest.isEmpty()) {
            return withoutAct();
        }
        GravestAct act = gravest.get();
        Set<String> sources = new LinkedHashSet<>();
        Set<String> targets = new LinkedHashSet<>();
        acts.forEach(each -> {
            sources.add(each.getSource());
            targets.add(each.getTarget());
        });
        boolean fan = sources.size() == 1 || targets.size() == 1;
        String who = fan && first.mood() == Strand.Mood.HOSTILE
                ? names(sources) + " against " + names(targets)
                : names(parties());
        return who + ": " + act.act() + ' ' + act.when();
    }

    private String withoutAct() {
        return switch (first.alerts().get(0).getKind()) {
            case FEED_SURGE -> "more articles than usual in the whole feed";
            case FEED_DROP -> "fewer articles than usual in the whole feed";
            default -> "more news than usual of " + names(parties());
        };
    }

    private Set<String> parties() {
        Set<String> parties = new LinkedHashSet<>();
        for (Strand strand : strands) {
            PairName pair = PairName.of(strand.pair());
            parties.add(pair.first());
            parties.add(pair.second());
        }
        return parties;
    }

    private static String names(Set<String> codes) {
        List<String> names = codes.stream().map(NAMES::of).toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        if (names.size() > NAMED) {
            return String.join(", ", names.subList(0, NAMED - 1)) + " and " + (names.size() - NAMED + 1) + " others";
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
