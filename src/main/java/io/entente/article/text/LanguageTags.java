package io.entente.article.text;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/** Language tags as feeds and exports write them ({@code EN}, {@code en_US}, {@code eng}, {@code English}), as BCP 47 ({@code en-US}). Immutable. */
public final class LanguageTags {
    private final Map<String, String> names = new HashMap<>();

    /** Knows the languages of ISO 639 by their codes of two and three letters, their English and their own names. */
    public LanguageTags() {
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale(code);
            names.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            names.put(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
            try {
                names.put(language.getISO3Language(), code);
            } catch (MissingResourceException e) {
                continue; // a language without a code of three letters
            }
        }
        for (String code : Locale.getISOLanguages()) {
            names.put(code, code);
        }
    }

    /** The tag in its usual form, or nothing if {@code written} names no language. */
    public Optional<String> normalize(String written) {
        String tag = written.strip().replace('_', '-');
        int end = tag.indexOf('-');
        String language = names.get((end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT));
        if (language == null) {
            language = names.get(tag.replaceAll("\\s*[(,].*", "").toLowerCase(Locale.ROOT));
            return Optional.ofNullable(language);
        }
        if (end < 0) {
            return Optional.of(language);
        }
        try {
            return Optional.of(new Locale.Builder()
                    .setLanguageTag(language + tag.substring(end))
                    .build()
                    .toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.of(language); // the rest is not a tag, such as a file's encoding
        }
    }
}
