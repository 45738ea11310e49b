package io.entente.alert;

import io.entente.avro.Alert;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedDevTest {
    @Test
    void print() {
        var articles = Chain.sampleFeed();
        Chain chain = Chain.run(Chain.code(articles), articles, Instant.parse("2024-04-20T00:00:00Z"));
        for (Alert a : chain.all) {
            System.out.println(a.getUpdatedAt().toString().substring(0, 16) + " " + a.getPair() + " "
                    + a.getSource().orElse("") + ">" + a.getTarget().orElse("") + " " + a.getKind() + " "
                    + a.getSeverity() + " " + a.getState() + (a.getProvisional() ? " prov" : " final") + " v"
                    + a.getVersion() + " " + a.getId().substring(0, 4) + " ep"
                    + a.getEpisodeId().substring(0, 4) + " p=" + a.getP().orElse(null) + " " + a.getMessage());
        }
    }
}
