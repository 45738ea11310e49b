package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.config.Settings;
import io.entente.config.SettingsException;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StageConfigTest {
    private static StreamsConfig of(Map<String, String> settings) {
        Settings all = Settings.load(settings, Map.of(), null);
        return new StreamsConfig(StageConfig.of(all, Topics.of(all, new AvroSerdes(all.serdeConfig())), Stage.RELATE));
    }

    @Test
    void standbysAreOffUnlessTheSettingsWantThem() {
        assertThat(of(Map.of()).getInt("num.standby.replicas")).isZero();
        assertThat(of(Map.of("entente.standbys", "2")).getInt("num.standby.replicas"))
                .isEqualTo(2);
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> of(Map.of("entente.standbys", "-1")))
                .withMessageContaining("0 or more");
    }

    @Test
    void whatTheUserPassesThroughGoesBeforeOurs() {
        StreamsConfig config = of(Map.of(
                "kafka.probing.rebalance.interval.ms", "90000",
                "kafka.max.warmup.replicas", "4",
                "kafka.acceptable.recovery.lag", "500",
                "kafka.application.id", "mine"));
        assertThat(config.getLong("probing.rebalance.interval.ms")).isEqualTo(90_000);
        assertThat(config.getInt("max.warmup.replicas")).isEqualTo(4);
        assertThat(config.getLong("acceptable.recovery.lag")).isEqualTo(500);
        assertThat(config.getString("application.id")).isEqualTo("entente-relate");
    }

    @Test
    void aStaticMemberIsOneThreadOfOneProcess() {
        Map<String, Object> consumer =
                of(Map.of("kafka.group.instance.id", "relate-0")).getMainConsumerConfigs("entente-relate", "client", 3);
        assertThat(consumer).containsEntry("group.instance.id", "relate-0-3");
    }
}
