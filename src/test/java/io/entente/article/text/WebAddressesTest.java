package io.entente.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "https://WWW.Example.org/a?b=c, www.example.org, example.org",
        "' http://news.example.org:8080/ ', news.example.org, news.example.org"
    })
    void haveAHostAndASite(String address, String host, String site) {
        assertThat(WebAddresses.host(address)).contains(host);
        assertThat(WebAddresses.site(address)).contains(site);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "urn:a:b", "https://exa mple.org/", "/relative/path"})
    void mayHaveNone(String address) {
        assertThat(WebAddresses.host(address)).isEmpty();
        assertThat(WebAddresses.site(address)).isEmpty();
    }
}
