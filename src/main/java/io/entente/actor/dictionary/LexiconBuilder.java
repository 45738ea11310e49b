package io.entente.actor.dictionary;

import io.entente.actor.dictionary.Sense.Type;
import io.entente.table.TsvRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rows of tables into a {@link Lexicon}. */
final class LexiconBuilder {
    private static final int LONGEST_ACRONYM = 6;

    private final FormNode root = new FormNode();
    private final Map<String, Lexicon.Actor> actors = new TreeMap<>();
    private final Map<String, List<Sense>> families = new HashMap<>();

    Lexicon build() {
        return new Lexicon(root, actors, families);
    }

    /** Adds a row. */
    void add(DictionaryTable table, TsvRow row) {
        switch (table) {
            case WORDS -> words(row);
            case COUNTRIES -> country(row);
            case BLOCS -> bloc(row);
            case GROUPS -> group(row);
            case BODIES -> body(row);
            case PLACES -> forms(Type.PLACE, row.read(0, this::known), row.cell(0), row.forms(1));
            case HEADS -> head(row);
            case TRAPS -> {
                String code = row.cell(1).isEmpty() ? null : row.read(1, this::known);
                forms(code == null ? Type.TRAP : Type.PLACE, code, "trap", row.forms(0));
            }
            case PEOPLE -> person(row);
        }
    }

    private void words(TsvRow row) {
        WordMark mark = row.constant(0, WordMark.class);
        for (String word : row.forms(1)) {
            leaf(Forms.words(word), word).mark(mark);
        }
    }

    private void country(TsvRow row) {
        String code = row.read(0, LexiconBuilder::code);
        String name = row.required(1, "a name");
        actor(new Lexicon.Actor(code, name, Lexicon.Kind.COUNTRY, Set.copyOf(row.forms(6))));
        form(Type.COUNTRY, code, name, name);
        forms(Type.COUNTRY, code, name, row.forms(2));
        for (String adjective : row.forms(3)) {
            form(Type.DEMONYM, code, name, adjective);
            if (adjective.endsWith("an") || adjective.endsWith("i")) {
                form(Type.PEOPLE, code, name, adjective + "s");
            }
        }
        forms(Type.PEOPLE, code, name, row.forms(4));
        forms(Type.CAPITAL, code, name, row.forms(5));
    }

    /** Adds an actor; a second row of the same code adds to what it can be called. */
    private void actor(Lexicon.Actor actor) {
        actors.merge(actor.code(), actor, (known, more) -> {
            Set<String> form = new HashSet<>(known.form());
            form.addAll(more.form());
            return new Lexicon.Actor(known.code(), known.name(), known.kind(), Set.copyOf(form));
        });
    }

    private void bloc(TsvRow row) {
        String code = row.required(0, "a code");
        String name = row.required(1, "a name");
        Lexicon.Kind kind =
                switch (row.cell(5)) {
                    case "" -> Lexicon.Kind.BLOC;
                    case "organisation" -> Lexicon.Kind.ORGANISATION;
                    default ->
                        throw new IllegalArgumentException("'" + row.cell(5)
                                + "' is not a valid kind: leave it empty for a bloc, or write organisation");
                };
        actor(new Lexicon.Actor(code, name, kind, ReferenceWords.BLOC_NOUN.words()));
        form(Type.BLOC, code, name, name);
        forms(Type.BLOC, code, name, row.forms(2));
        forms(Type.DEMONYM, code, name, row.forms(3));
        forms(Type.CAPITAL, code, name, row.forms(4));
    }

    private void group(TsvRow row) {
        String code = row.read(0, this::groupCode);
        String name = row.required(1, "a name");
        String countries = row.required(3, "a country in which the group operates");
        row.forms(3).forEach(country -> row.read(3, cell -> known(country)));
        Validity time = row.read(4, from -> Validity.of(from, row.cell(5)));
        actor(new Lexicon.Actor(code, name, Lexicon.Kind.GROUP, ReferenceWords.GROUP_NOUN.words()));
        group(code, name, countries, time, name);
        row.forms(2).forEach(form -> group(code, name, countries, time, form));
    }

    private void group(String code, String name, String countries, Validity time, String written) {
        boolean weak = written.startsWith("?");
        plant(Type.GROUP, code, name, countries, weak ? written.substring(1) : written, time, weak);
    }

    /** A country's code, or INT where the group comes from no one country, and three more capitals. */
    private String groupCode(String code) {
        boolean formed = code.length() == 6 && code.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
        if (!formed || !code.startsWith("INT") && !actors.containsKey(code.substring(0, 3))) {
            throw new IllegalArgumentException("'" + code
                    + "' is not a valid code of an armed group: a country's code or INT, then three capitals");
        }
        return code;
    }

    private void body(TsvRow row) {
        String code = row.read(0, this::known);
        Type type =
                switch (row.cell(1)) {
                    case "seat" -> Type.SEAT;
                    case "organ", "media", "party", "group" -> Type.BODY;
                    default ->
                        throw new IllegalArgumentException("'" + row.cell(1)
                                + "' is not a valid kind; it must be seat, organ, media, party or group");
                };
        String name = row.required(2, "a name");
        String plain = Validity.dated(name).form();
        form(type, code, plain, name);
        forms(type, code, plain, row.forms(3));
    }

    private void head(TsvRow row) {
        HeadClass head = row.constant(0, HeadClass.class);
        String code = row.cell(2).isEmpty() ? null : row.read(2, this::known);
        forms(Type.HEAD, code, head.name(), row.forms(1));
    }

    private void person(TsvRow row) {
        String code = row.read(0, this::known);
        String role = row.required(1, "an office");
        PersonName name = PersonName.parse(row.required(2, "a name"));
        Validity term = row.read(3, from -> Validity.of(from, row.cell(4)));
        person(code, role, name, name.full(), term);
        for (String other : row.forms(5)) {
            person(code, role, PersonName.parse(other), name.full(), term);
        }
    }

    private void person(String code, String role, PersonName name, String canonical, Validity term) {
        Sense full = plant(Type.PERSON, code, canonical, role, name.full(), term, false);
        for (String family : name.families()) {
            List<Sense> bearers = families.computeIfAbsent(PersonName.key(family), key -> new ArrayList<>());
            addUnlessOverridden(bearers, full);
            if (name.alone()) {
                plant(Type.PERSON, code, canonical, role, family, term, false);
            }
        }
    }

    private static void addUnlessOverridden(List<Sense> senses, Sense sense) {
        for (Sense known : senses) {
            if (known.overrides(sense)) {
                return;
            }
        }
        senses.add(sense);
    }

    private void forms(Type type, @Nullable String code, String name, List<String> forms) {
        for (String form : forms) {
            form(type, code, name, form);
        }
    }

    private void form(Type type, @Nullable String code, String name, String written) {
        boolean weak = written.startsWith("?");
        Validity.Dated dated = Validity.dated(weak ? written.substring(1) : written);
        plant(type, code, name, null, dated.form(), dated.validity(), weak);
    }

    /** Adds a form to the tree, and returns what it now stands for. */
    private Sense plant(
            Type type,
            @Nullable String code,
            String name,
            @Nullable String role,
            String form,
            Validity on,
            boolean weak) {
        List<String> words = Forms.words(form);
        int caps = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (Character.isUpperCase(word.charAt(0)) && !(i == 0 && word.equals("The"))) {
                caps |= 1 << i;
            }
        }
        boolean acronym =
                words.size() == 1 && Forms.acronym(words.get(0)) && words.get(0).length() <= LONGEST_ACRONYM;
        Sense sense = new Sense(type, code, name, role, on.from(), on.to(), form, caps, acronym, weak);
        leaf(words, form).add(sense);
        return sense;
    }

    private FormNode leaf(List<String> words, String form) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + form + "' has no letters");
        }
        FormNode node = root;
        for (String word : words) {
            node = node.grow(Forms.key(word.toLowerCase(Locale.ROOT)));
        }
        return node;
    }

    private static String code(String code) {
        boolean capitals = code.length() == 3 && code.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
        if (!capitals) {
            throw new IllegalArgumentException("'" + code + "' is not an ISO 3166-1 alpha-3 code: three capitals");
        }
        return code;
    }

    private String known(String code) {
        if (!actors.containsKey(code)) {
            throw new IllegalArgumentException("no country or bloc has the code '" + code + "'");
        }
        return code;
    }
}
