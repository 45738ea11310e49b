package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Article;
import io.entente.avro.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed that tries to run script on the page. */
class HostileFeedIT extends InBrowser {
    private static final String ATTACK = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
    private static final Instant NOON = Instant.parse("2024-03-10T12:00:00Z");

    @BeforeAll
    static void feed() {
        served.feed(List.of(Article.newBuilder()
                .setId("attack\"'><b>")
                .setTitle("Russia accused China " + ATTACK)
                .setOutlet(ATTACK)
                .setUrl("javascript:window.pwned=1")
                .setBody("Russia accused China of theft. " + ATTACK + " China rejected the accusation " + ATTACK + ".")
                .setLanguage("en")
                .setPublishedAt(NOON)
                .build()));
        served.event(Event.newBuilder(Sample.event("evil", "CHN", "RUS", NOON.plusSeconds(60)))
                .setTitle(ATTACK)
                .setOutlet(ATTACK)
                .setUrl("JaVaScRiPt:window.pwned=1")
                .setSentence(ATTACK + " accused " + ATTACK)
                .setTrigger("accused")
                .setRule(ATTACK)
                .build());
        Alert alert = Sample.alert("evil", "CHN-RUS", AlertState.OPEN, NOON);
        served.alert(Alert.newBuilder(alert)
                .setMessage(ATTACK)
                .setFamilies(List.of(ATTACK))
                .setEvidence(alert.getEvidence().stream()
                        .map(evidence -> io.entente.avro.AlertEvidence.newBuilder(evidence)
                                .setSentence(ATTACK)
                                .setTrigger("<script>")
                                .setUrl("data:text/html," + ATTACK)
                                .setFamilies(List.of(ATTACK))
                                .build())
                        .toList())
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#/pair/CHN-RUS",
                "#/pair/CHN-RUS?event=evil&q=%3Cscript%3Ewindow.pwned%3D1%3C%2Fscript%3E",
                "#/alerts/evil",
                "#/article/attack%22'%3E%3Cb%3E",
                "#/article/%3Cimg%20src%3Dx%20onerror%3Dwindow.pwned%3D1%3E",
                "#/%3Cscript%3Ewindow.pwned=1%3C/script%3E",
                "#/pair/%E0%A4%A?days=%3Cb%3E&from=x&to=y"
            })
    void showsItAsText(String state) {
        browser.open(state);
        browser.await("!document.querySelector('.skeleton') && document.querySelector('main h1, main h2')");
        List<String> found = browser.js(
                """
                return [window.pwned && 'script ran',
                  document.querySelector('img, iframe, object, embed, form[action], style') && 'foreign element',
                  document.querySelectorAll('script').length !== 3 && 'foreign script',
                  ...[...document.querySelectorAll('[href]')].map(each => each.getAttribute('href')).filter(href => /^\\s*(javascript|data|vbscript):/i.test(href)),
                  ...[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames()).filter(name => name.startsWith('on'))].filter(Boolean)
                """);
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/pair/CHN-RUS", "#/alerts/evil"})
    void itIsReadAsItStands(String state) {
        browser.open(state);
        browser.awaitText("blockquote", "<img src=x onerror=");
    }
}
