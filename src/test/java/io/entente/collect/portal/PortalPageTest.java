package io.entente.collect.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortalPageTest {
    private final PortalPage pages = new PortalPage(Wikitext.load());

    @Test
    void readsListsOfListsWithReportsAndTopics() {
        String page =
                """
                {{Current events|year=2024|month=02|day=3|content=
                <!-- All news items below this line -->
                '''Armed conflicts and attacks'''
                *[[Border war (2023)|Border war]]
                **[[Northland]] {{nbsp}}shells [[Port Town|the port]] of '''[[Southland]]''', killing {{convert|3|people}}. [https://wire.example/1 (A Wire)] [https://desk.example/2 (The Desk)]
                **[[Southland]] [[diplomatic recall|recalls]] its ambassador to [[Northland]]<ref name="x">see
                there</ref>. <!-- check --> ([https://wire.example/3 Wire])
                *{{flag|Eastland}} and [[Westland]] sign a trade agreement &mdash; their first. [https://wire.example/4 (Wire)]
                ;Sports
                *[[Cup]]
                *[[File:Flag.svg|thumb|A flag]]
                *Northland&nbsp;protests
                <!-- All news items above this line -->|}}
                """;

        assertThat(pages.items(page))
                .containsExactly(
                        new PortalPage.Item(
                                "Northland shells the port of Southland, killing 3 people.",
                                "Border war",
                                "https://wire.example/1"),
                        new PortalPage.Item(
                                "Southland recalls its ambassador to Northland.",
                                "Border war",
                                "https://wire.example/3"),
                        new PortalPage.Item(
                                "Eastland and Westland sign a trade agreement — their first.",
                                null,
                                "https://wire.example/4"));
    }

    @Test
    void takesAnItemWithoutAReportIfItIsASentence() {
        assertThat(pages.items("* [[A]]\n** Northland closes its border.\n* Not a sentence\n"))
                .containsExactly(new PortalPage.Item("Northland closes its border.", "A", null));
    }

    @Test
    void aPageOfUnbalancedMarkupDoesNoHarm() {
        assertThat(pages.items(
                        "* [[Northland closes {{its border|. [https://wire.example/1 (Wire\n**** }}]]\n{{{{[[\n"))
                .hasSizeLessThan(3);
    }
}
