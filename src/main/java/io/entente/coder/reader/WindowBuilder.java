package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import io.entente.avro.ActorKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the markers between the word pieces of a window, and lists its actors and pairs. */
final class WindowBuilder {
    private static final int INSIDE = 1;
    private static final int KINDS = 2;
    /** So many kinds of mentions have a row in the model, more than there are. */
    private static final int MOST_KINDS = 16;

    private static final int MOST_MARKERS = 6;
    private static final int MOST_ACTORS = 12;
    private static final int[] DISTANCES = {5, 12, 25};

    private final int first;
    private final int last;
    private final int marker;

    private final Set<ActorKind> parties;

    /** @param parties the kinds of actors that can be parties to a pair */
    WindowBuilder(WordPiece tokenizer, Set<ActorKind> parties) {
        first = tokenizer.id(WordPiece.FIRST);
        last = tokenizer.id(WordPiece.LAST);
        marker = tokenizer.id(WordPiece.MARKER);
        this.parties = parties;
    }

    /** Whether the actor can be a party to a pair; the others are only marked. */
    boolean party(ActorMention mention) {
        return parties.contains(mention.actorKind());
    }

    /** The window of {@code packed}, in which {@code named} stand, by sentence. */
    TextWindow build(Pieces packed, List<List<ActorMention>> named, List<Hint> hints) {
        int size = Math.min(packed.size(), TextWindows.LONGEST);
        List<List<ActorMention>> at = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            at.add(List.of());
        }
        boolean[] inside = new boolean[size];
        for (List<ActorMention> sentence : named) {
            for (ActorMention mention : sentence) {
                place(mention, packed, at, inside);
            }
        }
        Pieces pieces = new Pieces();
        int[] marks = new int[size * 2 + 2 + named.stream().mapToInt(List::size).sum()];
        Map<String, TextWindow.Actor> actors = new LinkedHashMap<>();
        pieces.add(first, packed.begin(0), packed.begin(0));
        for (int i = 0; i < size; i++) {
            for (ActorMention mention : at.get(i)) {
                if (party(mention)) {
                    TextWindow.Actor actor = actors.computeIfAbsent(
                            mention.code(), code -> new TextWindow.Actor(code, new ArrayList<>(), new ArrayList<>()));
                    if (actor.markers().size() < MOST_MARKERS) {
                        actor.markers().add(pieces.size());
                        actor.mentions().add(mention);
                    }
                }
                marks[pieces.size()] = KINDS + Math.min(mention.kind().ordinal(), MOST_KINDS - 1);
                pieces.add(marker, packed.begin(i), packed.begin(i));
            }
            marks[pieces.size()] = inside[i] ? INSIDE : 0;
            pieces.add(packed.id(i), packed.begin(i), packed.end(i));
        }
        int end = packed.end(size - 1);
        pieces.add(last, end, end);
        List<TextWindow.Actor> judged =
                actors.values().stream().limit(MOST_ACTORS).toList();
        return new TextWindow(
                packed.begin(0), end, pieces, Arrays.copyOf(marks, pieces.size()), judged, pairs(judged, hints));
    }

    private static void place(ActorMention mention, Pieces packed, List<List<ActorMention>> at, boolean[] inside) {
        for (int i = 0; i < inside.length; i++) {
            if (packed.end(i) > mention.begin() && packed.begin(i) < mention.end()) {
                if (i == 0 || packed.end(i - 1) <= mention.begin()) {
                    List<ActorMention> here = new ArrayList<>(at.get(i));
                    here.add(mention);
                    at.set(i, here);
                }
                inside[i] = true;
            }
        }
    }

    private static List<TextWindow.Pair> pairs(List<TextWindow.Actor> actors, List<Hint> hints) {
        List<TextWindow.Pair> pairs = new ArrayList<>();
        for (int source = 0; source < actors.size(); source++) {
            for (int target = 0; target < actors.size(); target++) {
                TextWindow.Actor from = actors.get(source);
                TextWindow.Actor to = actors.get(target);
                if (source != target) {
                    pairs.add(new TextWindow.Pair(
                            source, target, distance(from, to), HintVector.of(hints, from.code(), to.code())));
                }
            }
        }
        HintVector.surround(pairs);
        pairs.removeIf(pair -> !together(actors.get(pair.source()), actors.get(pair.target())));
        return pairs;
    }

    private static boolean together(TextWindow.Actor source, TextWindow.Actor target) {
        return source.mentions().stream()
                .anyMatch(from -> target.mentions().stream().anyMatch(to -> to.sentence() == from.sentence()));
    }

    private static int distance(TextWindow.Actor source, TextWindow.Actor target) {
        int nearest = Integer.MAX_VALUE;
        for (int from : source.markers()) {
            for (int to : target.markers()) {
                if (Math.abs(to - from) < Math.abs(nearest)) {
                    nearest = to - from;
                }
            }
        }
        int far = 0;
        while (far < DISTANCES.length && Math.abs(nearest) >= DISTANCES[far]) {
            far++;
        }
        return nearest > 0 ? far : DISTANCES.length + 1 + far;
    }
}
