package io.entente.actor.dictionary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All dictionaries, read for use: the tree of forms, the actors by code, the people by family name. Immutable once built. */
public final class Lexicon {

    /** What an actor is. The Avro enum would cost more time to load than all dictionaries. */
    public enum Kind {
        COUNTRY,
        BLOC,
        /** An international body that takes no side as a bloc does: a bank, a court, a regional community. */
        ORGANISATION,
        GROUP
    }

    /**
     * A country, a bloc, another international organisation or an armed group.
     *
     * @param form what "the kingdom" and the like can stand for, in lower case
     */
    public record Actor(String code, String name, Kind kind, Set<String> form) {}

    private static final Comparator<DictionaryEntry> ORDER = Comparator.comparing(DictionaryEntry::kind)
            .thenComparing(DictionaryEntry::name)
            .thenComparing(entry -> entry.from() == null ? LocalDate.MIN : entry.from())
            .thenComparing(DictionaryEntry::form)
            .thenComparing(entry -> String.valueOf(entry.code()));

    private final FormNode root;
    private final Map<String, Actor> actors;
    private final Map<String, List<Sense>> families;

    Lexicon(FormNode root, Map<String, Actor> actors, Map<String, List<Sense>> families) {
        this.root = root;
        this.actors = Map.copyOf(actors);
        this.families = Map.copyOf(families);
    }

    @Nullable
    public FormNode node(String key) {
        return root.next(key);
    }

    @Nullable
    public Actor actor(String code) {
        return actors.get(code);
    }

    /** Who bears that family name, all offices of theirs, in the order of the dictionary. */
    public List<Sense> family(String key) {
        return families.getOrDefault(key, List.of());
    }

    public Kind kind(String code) {
        Actor actor = actors.get(code);
        return actor == null ? Kind.COUNTRY : actor.kind();
    }

    public List<DictionaryEntry> lookup(String name) {
        Set<DictionaryEntry> found = new LinkedHashSet<>();
        FormNode node = root;
        for (String word : Forms.words(name)) {
            node = node == null ? null : node.next(Forms.key(word.toLowerCase(Locale.ROOT)));
        }
        if (node != null) {
            add(node, found);
        }
        for (Sense bearer : family(PersonName.key(name))) {
            found.add(entry(bearer));
        }
        return found.stream().sorted(ORDER).toList();
    }

    public List<DictionaryEntry> entries() {
        List<DictionaryEntry> entries = new ArrayList<>();
        collect(root, entries);
        entries.sort(Comparator.comparing(DictionaryEntry::form).thenComparing(ORDER));
        return entries;
    }

    private static void collect(FormNode node, List<DictionaryEntry> entries) {
        add(node, entries);
        for (FormNode child : node.children()) {
            collect(child, entries);
        }
    }

    private static void add(FormNode node, Collection<DictionaryEntry> entries) {
        for (Sense sense : node.senses()) {
            entries.add(entry(sense));
        }
    }

    private static DictionaryEntry entry(Sense sense) {
        return new DictionaryEntry(
                sense.form(),
                sense.type().name().toLowerCase(Locale.ROOT),
                sense.code(),
                sense.name(),
                sense.role(),
                sense.from() == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(sense.from()),
                sense.to() == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(sense.to()));
    }
}
