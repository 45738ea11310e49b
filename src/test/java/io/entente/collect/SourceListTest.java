package io.entente.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceListTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Source source(String name, String url) {
        return new Source(name, URI.create(url));
    }

    @Test
    void readsOpmlLinesAndAddressesEachFeedOnce() throws Exception {
        String opml = file(
                "feeds.opml",
                """
                <?xml version="1.0"?>
                <!-- feeds -->
                <opml version="2.0"><body><outline text="World">
                  <outline type="rss" text="One" title="First" xmlUrl="https://one.example/rss"/>
                  <outline type="rss" text="Two" xmlUrl="https://two.example/a?b=1&amp;c=2"/>
                </outline></body></opml>
                """);
        String lines = file("urls.txt", "# ours\nhttps://one.example/rss\nhttps://three.example/ # the third\n\n");

        assertThat(SourceList.read(List.of(opml, lines, "https://four.example/feed.json")))
                .containsExactly(
                        source("First", "https://one.example/rss"),
                        source("Two", "https://two.example/a?b=1&c=2"),
                        source("https://three.example/", "https://three.example/"),
                        source("https://four.example/feed.json", "https://four.example/feed.json"));
    }

    @Test
    void saysWhereSomethingIsNotAnAddress() throws Exception {
        String lines = file("urls.txt", "https://one.example/\nftp://two.example/\n");

        assertThatThrownBy(() -> SourceList.read(List.of(lines)))
                .isInstanceOf(SourceList.Unusable.class)
                .hasMessageContaining("urls.txt:2: 'ftp://two.example/' is not an address of the web");
        assertThatThrownBy(() -> SourceList.read(List.of("nowhere.opml")))
                .hasMessageContaining("'nowhere.opml' is neither an address (https://…) nor a file that can be read");
        assertThatThrownBy(() -> SourceList.read(List.of(file("empty.opml", "<opml><body/></opml>"))))
                .hasMessageContaining("names no feed");
    }
}
