package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.serve.Sample;
import io.entente.serve.webhook.Outbox.Pending;
import io.entente.serve.webhook.Outbox.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {
    private static final Instant NOW = Sample.NOON.plus(Duration.ofHours(1));
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final Set<String> muted = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private long offset;

    private Outbox outbox(Shape shape) {
        return new Outbox(
                target(shape),
                new Outbox.Silence(
                        alert -> muted.contains(alert.getId()), alert -> acknowledged.contains(alert.getId())),
                new Outbox.Limits(Duration.ofDays(2), PATIENCE));
    }

    static WebhookTarget target(Shape shape) {
        return new WebhookTarget(
                "t", URI.create("http://x.example/"), shape, Severity.INFO, Set.of(), Map.of(), "key", null);
    }

    private static Alert alert(String id, Severity severity, AlertState state, boolean provisional) {
        return Alert.newBuilder(Sample.alert(id, "CHN-RUS", state, Sample.NOON))
                .setSeverity(severity)
                .setProvisional(provisional)
                .build();
    }

    private static Alert open(String id) {
        return alert(id, Severity.WARNING, AlertState.OPEN, false);
    }

    private static Alert ended(String id) {
        return alert(id, Severity.WARNING, AlertState.RESOLVED, false);
    }

    private Verdict add(Outbox outbox, Alert alert) {
        return outbox.add(new LogPosition(0, offset++), alert.getId(), alert, NOW);
    }

    /** Sends whatever is due; says what. */
    private static String drain(Outbox outbox, Instant now) {
        StringBuilder sent = new StringBuilder();
        for (Optional<Pending> next = outbox.next(now); next.isPresent(); next = outbox.next(now)) {
            Alert alert = next.get().alert();
            sent.append(alert.getId())
                    .append(' ')
                    .append(alert.getState())
                    .append(' ')
                    .append(alert.getSeverity())
                    .append(", ");
            outbox.taken(next.get());
        }
        return sent.toString();
    }

    @Test
    void tellsNobodyTheSameWordsTwice() {
        for (Shape shape : Shape.values()) {
            Outbox outbox = outbox(shape);
            add(outbox, alert("a", Severity.WARNING, AlertState.OPEN, true));
            Verdict becameFinal = add(outbox, open("a"));
            assertThat(becameFinal).as("%s", shape).isEqualTo(shape == Shape.JSON ? Verdict.WAITS : Verdict.NO_NEWS);
            drain(outbox, NOW);
            assertThat(add(outbox, alert("a", Severity.WARNING, AlertState.OPEN, true)))
                    .as("what was final does not become provisional again")
                    .isEqualTo(Verdict.NO_NEWS);
            assertThat(add(outbox, open("a"))).isEqualTo(Verdict.NO_NEWS);
            assertThat(add(outbox, alert("a", Severity.CRITICAL, AlertState.OPEN, false)))
                    .isEqualTo(Verdict.WAITS);
            assertThat(add(outbox, ended("a"))).isEqualTo(Verdict.WAITS);
            assertThat(add(outbox, ended("a"))).isEqualTo(Verdict.NO_NEWS);
            assertThat(drain(outbox, NOW)).isEqualTo("a OPEN CRITICAL, a RESOLVED WARNING, ");
            assertThat(add(outbox, ended("a"))).isEqualTo(Verdict.NO_NEWS);
            assertThat(add(outbox, open("a"))).as("it has opened again").isEqualTo(Verdict.WAITS);
        }
    }

    @Test
    void twoMessagesHaveTwoKeysAndOneHasOne() {
        Alert provisional = alert("a", Severity.WARNING, AlertState.OPEN, true);
        assertThat(WebhookBody.id(provisional))
                .isEqualTo(WebhookBody.id(Alert.newBuilder(provisional).build()))
                .isNotEqualTo(WebhookBody.id(open("a")))
                .isNotEqualTo(WebhookBody.id(
                        Alert.newBuilder(provisional).setObserved(99.0).build()));
    }

    @Test
    void aTargetThatFailsIsLeftAloneForLongerAndLonger() {
        Outbox outbox = outbox(Shape.SLACK);
        for (int i = 0; i < 5; i++) {
            add(outbox, open("a" + i));
        }
        StringBuilder tried = new StringBuilder();
        for (int second = 0; second <= 15; second++) {
            Instant now = NOW.plusSeconds(second);
            for (Optional<Pending> next = outbox.next(now); next.isPresent(); next = outbox.next(now)) {
                tried.append(second)
                        .append(' ')
                        .append(next.get().alert().getId())
                        .append(", ");
                outbox.failed(next.get(), Optional.empty(), now);
            }
        }
        assertThat(tried.toString())
                .as("the first in order, and another to be sure")
                .isEqualTo("0 a0, 0 a1, 1 a0, 1 a2, 3 a0, 3 a3, 7 a0, 7 a4, 15 a0, 15 a1, ");
        assertThat(drain(outbox, NOW.plusSeconds(31)))
                .isEqualTo("a0 OPEN WARNING, a1 OPEN WARNING, a2 OPEN WARNING, a3 OPEN WARNING, a4 OPEN WARNING, ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void messagesThatFailHoldUpNoOtherAlert(int bad) {
        Outbox outbox = outbox(Shape.SLACK);
        for (int i = 0; i < bad; i++) {
            add(outbox, open("bad" + i));
        }
        Instant now = NOW;
        int sent = 0;
        for (int second = 0; second < 600; second++, now = now.plusSeconds(1)) {
            if (second % 10 == 0) {
                add(outbox, open("good" + second));
            }
            for (Optional<Pending> next = outbox.next(now); next.isPresent(); next = outbox.next(now)) {
                if (next.get().alert().getId().startsWith("bad")) {
                    outbox.failed(next.get(), Optional.empty(), now);
                } else {
                    outbox.taken(next.get());
                    sent++;
                }
            }
        }
        assertThat(sent).isEqualTo(60);
        assertThat(outbox.size()).isEqualTo(bad);
    }

    @Test
    void waitsAsLongAsTheTargetAsks() {
        Outbox outbox = outbox(Shape.SLACK);
        add(outbox, open("a"));
        add(outbox, open("b"));
        outbox.failed(outbox.next(NOW).orElseThrow(), Optional.of(Duration.ofMinutes(7)), NOW);
        assertThat(outbox.next(NOW.plus(Duration.ofMinutes(6)))).isEmpty();
        assertThat(drain(outbox, NOW.plus(Duration.ofMinutes(7)))).isEqualTo("a OPEN WARNING, b OPEN WARNING, ");
    }

    @Test
    void givesUpWhatIsRefusedAndWhatHasFailedForTooLong() {
        Outbox outbox = outbox(Shape.SLACK);
        add(outbox, open("refused"));
        add(outbox, open("failing"));
        outbox.refused(outbox.next(NOW).orElseThrow());
        assertThat(add(outbox, open("refused"))).as("it is not offered again").isEqualTo(Verdict.NO_NEWS);
        Pending failing = outbox.next(NOW).orElseThrow();
        assertThat(outbox.failed(failing, Optional.empty(), NOW)).isTrue();
        assertThat(outbox.failed(failing, Optional.empty(), NOW.plus(Duration.ofDays(2))))
                .isTrue();
        assertThat(outbox.failed(failing, Optional.empty(), NOW.plus(Duration.ofHours(49))))
                .isFalse();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void tellsNothingOfYearsAgoButEndsWhatItTold() {
        Outbox outbox = outbox(Shape.SLACK);
        Instant yearsLater = NOW.plus(Duration.ofDays(700));
        assertThat(outbox.add(new LogPosition(0, 0), "old", open("old"), yearsLater))
                .isEqualTo(Verdict.TOO_OLD);
        assertThat(outbox.add(new LogPosition(0, 1), "old", ended("old"), yearsLater))
                .isEqualTo(Verdict.NO_NEWS);
        add(outbox, open("told"));
        drain(outbox, NOW);
        assertThat(outbox.add(new LogPosition(0, 2), "told", ended("told"), yearsLater))
                .isEqualTo(Verdict.WAITS);
    }

    @Test
    void tellsWhatIsStillOpenWhenAMuteEnds() {
        Outbox outbox = outbox(Shape.SLACK);
        muted.addAll(Set.of("open", "over", "raised"));
        add(outbox, open("open"));
        add(outbox, open("over"));
        add(outbox, alert("raised", Severity.INFO, AlertState.OPEN, false));
        add(outbox, ended("over"));
        add(outbox, alert("raised", Severity.CRITICAL, AlertState.OPEN, false));
        assertThat(drain(outbox, NOW)).isEmpty();
        assertThat(outbox.waiting(0))
                .as("kept over a restart: the newest wording alone")
                .containsExactly(0L, 4L);
        muted.clear();
        assertThat(drain(outbox, NOW.plus(Duration.ofDays(30)))).isEqualTo("open OPEN WARNING, raised OPEN CRITICAL, ");
    }

    @Test
    void anEndReachesWhoHoldsTheAlertOpenAtOnceAndOthersAfterTheMute() {
        Outbox pager = outbox(Shape.PAGERDUTY);
        Outbox chat = outbox(Shape.SLACK);
        for (Outbox outbox : new Outbox[] {pager, chat}) {
            add(outbox, open("a"));
            drain(outbox, NOW);
        }
        muted.add("a");
        add(pager, ended("a"));
        add(chat, ended("a"));
        assertThat(drain(pager, NOW)).isEqualTo("a RESOLVED WARNING, ");
        assertThat(drain(chat, NOW)).isEmpty();
        muted.clear();
        assertThat(drain(chat, NOW)).isEqualTo("a RESOLVED WARNING, ");
    }

    @Test
    void anAcknowledgedAlertIsNotRepeatedAndItsEndIsTold() {
        Outbox outbox = outbox(Shape.SLACK);
        acknowledged.add("a");
        add(outbox, open("a"));
        assertThat(drain(outbox, NOW)).isEmpty();
        acknowledged.clear();
        assertThat(drain(outbox, NOW)).as("taken back").isEqualTo("a OPEN WARNING, ");
        acknowledged.add("a");
        add(outbox, ended("a"));
        assertThat(drain(outbox, NOW)).isEqualTo("a RESOLVED WARNING, ");
    }

    @Test
    void knowsWhatTheTargetHoldsOpen() {
        Outbox outbox = outbox(Shape.ALERTMANAGER);
        outbox.learn(new LogPosition(0, 0), "before", open("before"), NOW);
        outbox.learn(new LogPosition(1, 0), "elsewhere", open("elsewhere"), NOW);
        outbox.learn(new LogPosition(0, 1), "ended", open("ended"), NOW);
        outbox.learn(new LogPosition(0, 2), "ended", ended("ended"), NOW);
        add(outbox, open("waiting"));
        assertThat(outbox.open()).extracting(Alert::getId).containsExactlyInAnyOrder("before", "elsewhere");
        drain(outbox, NOW);
        add(outbox, ended("before"));
        assertThat(outbox.open()).extracting(Alert::getId).containsExactlyInAnyOrder("waiting", "elsewhere");
        outbox.forget(1);
        assertThat(outbox.open()).extracting(Alert::getId).containsExactly("waiting");
    }
}
