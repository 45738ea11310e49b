package io.entente.article;

import io.entente.article.text.Dates;
import io.entente.article.text.Encodings;
import io.entente.article.text.LanguageTags;
import io.entente.article.text.Markup;
import io.entente.article.text.PlainText;
import io.entente.article.text.WebAddresses;
import io.entente.avro.Article;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article in the making: takes what a form has as it stands there and gives a valid article. Whatever may be markup is read as HTML; the first
 * date that can be read is taken; a headline alone is an article with an empty body. For one thread.
 */
public final class ArticleDraft {
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private final Rules rules;
    private @Nullable String id;
    private @Nullable String url;
    private @Nullable String outlet;
    private @Nullable String title;
    private String body = "";
    private @Nullable String language;
    private @Nullable Instant publishedAt;
    private @Nullable Instant fetchedAt;
    private final List<String> unreadable = new ArrayList<>();

    /** What is the same for all articles. Immutable. */
    public static final class Rules {
        private final Markup markup = new Markup();
        private final Dates dates = Dates.load();
        private final LanguageTags languages = new LanguageTags();
    }

    public ArticleDraft(Rules rules) {
        this.rules = rules;
    }

    /** Its own id, if it has one. */
    public ArticleDraft id(@Nullable String written) {
        id = line(written);
        return this;
    }

    /** Where it is found, if that is said; relative to {@code base}, if that is known. The first address that is one counts. */
    public ArticleDraft url(@Nullable String written, @Nullable String base) {
        if (url == null && written != null && !written.isBlank()) {
            url = absolute(PlainText.line(written), base);
        }
        return this;
    }

    /** {@code written} as an address, starting from {@code base} if it is relative and that is known. */
    public static String absolute(String written, @Nullable String base) {
        if (base == null || base.isBlank() || WEB.matcher(written).matches()) {
            return written;
        }
        try {
            return URI.create(base.strip()).resolve(written.strip()).toString();
        } catch (IllegalArgumentException e) {
            return written; // neither can be read as an address
        }
    }

    /** Who publishes it; the first name counts. */
    public ArticleDraft outlet(@Nullable String written) {
        if (outlet == null) {
            outlet = line(written);
        }
        return this;
    }

    /** The host of its address, where no outlet is named. */
    public ArticleDraft outletOfAddress() {
        return outletOf(url);
    }

    /** The host of {@code address}, where no outlet is named. */
    public ArticleDraft outletOf(@Nullable String address) {
        if (outlet == null && address != null) {
            outlet = WebAddresses.site(address).orElse(null);
        }
        return this;
    }

    /** Its headline; the first one counts. */
    public ArticleDraft title(@Nullable String written) {
        if (title == null) {
            title = line(written);
        }
        return this;
    }

    /** The headline so far; null if there is none. */
    public @Nullable String title() {
        return title;
    }

    /** Its text, which may be HTML; of several texts the longest counts. */
    public ArticleDraft body(@Nullable String written) {
        return written == null ? this : text(rules.markup.text(written));
    }

    /** Its text, which is plain; of several texts the longest counts. */
    public ArticleDraft text(String plain) {
        String text = PlainText.clean(plain).strip();
        if (text.length() > body.length()) {
            body = text;
        }
        return this;
    }

    /** Its text in place of what it had. */
    public ArticleDraft replaceText(String plain) {
        body = plain;
        return this;
    }

    /** The text so far; empty if there is none. */
    public String body() {
        return body;
    }

    /** The language as the form names it. */
    public ArticleDraft language(@Nullable String written) {
        if (language == null && written != null && !written.isBlank()) {
            language = rules.languages.normalize(written).orElse(written.strip());
        }
        return this;
    }

    /** When it was published, in any way of writing; the first date that can be read counts. */
    public ArticleDraft published(@Nullable String written) {
        if (publishedAt == null && written != null && !written.isBlank()) {
            publishedAt = rules.dates.parse(written).orElse(null);
            if (publishedAt == null) {
                unreadable.add(PlainText.line(written));
            }
        }
        return this;
    }

    /** When it was published. */
    public ArticleDraft published(@Nullable Instant time) {
        if (publishedAt == null) {
            publishedAt = time;
        }
        return this;
    }

    /** When it was fetched, if that can be read. */
    public ArticleDraft fetched(@Nullable String written) {
        if (fetchedAt == null && written != null) {
            fetchedAt = rules.dates.parse(written).orElse(null);
        }
        return this;
    }

    /** Whether a date was given, whether or not it could be read. */
    public boolean hasDates() {
        return publishedAt != null || !unreadable.isEmpty();
    }

    /**
     * The article, which is valid.
     *
     * @param dates where this form says when an article was published: part of the message if it does not
     * @throws InvalidArticle as {@link #unchecked} and {@link Articles#validate} say
     */
    public Article build(String dates) throws InvalidArticle {
        Article article = unchecked(dates);
        Articles.validate(article);
        return article;
    }

    /**
     * The article as it is: whether it is valid is still to be seen.
     *
     * @throws InvalidArticle if it has no date that can be read, or bytes that could not be decoded
     */
    public Article unchecked(String dates) throws InvalidArticle {
        requireDecoded();
        if (publishedAt == null) {
            throw new InvalidArticle(
                    unreadable.isEmpty()
                            ? "it has no date (" + dates + "): add one such as " + Dates.EXAMPLE
                                    + ", or date what has none with --date"
                            : "'" + unreadable.get(0) + "' is not a date that can be read, or no day of the calendar ("
                                    + dates + "): write " + Dates.EXAMPLE + ", 2024-03-01 or milliseconds since 1970");
        }
        return new Article(id, url, outlet, title, body, language, publishedAt, fetchedAt);
    }

    private void requireDecoded() throws InvalidArticle {
        for (String text : new @Nullable String[] {body, title, outlet, id, url}) {
            if (text != null && text.indexOf(Encodings.UNDECODABLE) >= 0) {
                throw new InvalidArticle("it has bytes that its encoding does not have (\""
                        + around(text, text.indexOf(Encodings.UNDECODABLE))
                        + "\"): save it as UTF-8, or name its encoding, such as --encoding windows-1252");
            }
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20))
                .replace(Encodings.UNDECODABLE, '?')
                .replace('\n', ' ');
    }

    private @Nullable String line(@Nullable String written) {
        String line = Optional.ofNullable(written).map(rules.markup::line).orElse("");
        return line.isEmpty() ? null : line;
    }
}
