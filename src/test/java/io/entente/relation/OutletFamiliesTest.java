package io.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutletFamiliesTest {
    private final OutletFamilies families = OutletFamilies.bundled();

    @ParameterizedTest
    @CsvSource({
        "Reuters, , Reuters",
        "REUTERS, , Reuters",
        "Reuters News, , Reuters",
        "reuters.com, , Reuters",
        "www.reuters.com, , Reuters",
        "https://www.reuters.com/world/europe, , Reuters",
        "Some Name, https://www.reuters.com/world/1, Reuters",
        ", https://uk.reuters.com/world/1, Reuters",
        "AFP News, , Agence France-Presse",
        "AFP news agency, , Agence France-Presse",
        "The Associated Press, , Associated Press",
        "AP News, , Associated Press",
        "BBC News Online, , BBC",
        "The  Andes Ledger, , andes ledger",
        "Andes News, , andes news",
        "www.andesledger.example.org, , andesledger.example.org",
        ", http://m.andesledger.example.org/1, andesledger.example.org"
    })
    void spellingsOfOneOutletAreOneFamily(String outlet, String url, String family) {
        assertThat(families.family(outlet, url)).isEqualTo(family);
    }
}
