package io.entente.article.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    private final HtmlText html = new HtmlText();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Stray.<p>One.</p>Between.<div>Two.</div>After. | Stray.¶One.¶Between.¶Two.¶After.",
                "<h1>Head</h1><dl><dt>A</dt><dd>B</dd></dl>       | Head¶A¶B",
                "<table><tr><td>A</td><td>B</td></tr></table>      | A¶B",
                "Lima<br>Peru left.<br/><br/>Chile<br>stayed.      | Lima¶Peru left.¶Chile stayed.",
                "<p>A <b>b</b>old <i>word</i>.</p>                  | A bold word.",
                "<p>One is long enough.</p><p class=\"copyright\">All rights.</p> | One is long enough.",
                "<p>One is long enough.</p><div id=\"relatedStories\">Two.</div> | One is long enough.",
                "<p>One is long.</p><ul><li><a>X y</a></li><li><a>Z</a></li></ul> | One is long.",
                "<p>One.</p><ul><li>Kenya lent <a>two</a> cranes.</li></ul>  | One.¶Kenya lent two cranes.",
                "<p>A&#x0;b &#128;.</p>                             | A\ufffdb €.",
                "<p>The post <a>One</a> appeared first on <a>Two</a>.</p>    | ''",
            })
    void keepsTheTextAndNothingElse(String markup, String text) {
        assertThat(html.of(markup).replace("\n\n", "¶")).isEqualTo(text);
    }

    @Test
    void takesTimeInProportionToTheText() {
        String page = "<ul>" + "<li>Kenya.</li>".repeat(100_000) + "</ul>" + "<div>".repeat(20_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(html.of(page)).hasSizeGreaterThan(600_000));
    }
}
