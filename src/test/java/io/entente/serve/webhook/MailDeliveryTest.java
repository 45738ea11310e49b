package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.serve.Sample;
import io.entente.serve.webhook.DeliveryResult.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails to a real SMTP server in this process. */
class MailDeliveryTest {
    private static final Alert ALERT = Alert.newBuilder(Sample.alert("al1", "CHN-RUS", AlertState.OPEN, Sample.NOON))
            .setSeverity(Severity.WARNING)
            .setMessage("Tension rose.\r\nBcc: everybody@x.example and caf\u00e9")
            .build();

    private GreenMail server;
    private int port;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailDelivery delivery(@Nullable String user, @Nullable String password) {
        URI url = URI.create("smtp://127.0.0.1:" + port);
        WebhookTarget.Mail mail = new WebhookTarget.Mail(
                "Entente <entente@x.example>", List.of("desk@x.example", "night@x.example"), user, password);
        return new MailDelivery(
                new WebhookTarget("m", url, Shape.EMAIL, Severity.INFO, Set.of(), Map.of(), null, mail));
    }

    @Test
    void sendsAThreadForEachAlert() throws Exception {
        MailDelivery delivery = delivery(null, null);
        assertThat(delivery.tell(ALERT, Sample.NOON)).isEqualTo(DeliveryResult.TAKEN);
        Alert ended = Alert.newBuilder(ALERT).setState(AlertState.RESOLVED).build();
        assertThat(delivery.tell(ended, Sample.NOON)).isEqualTo(DeliveryResult.TAKEN);
        assertThat(server.getReceivedMessages())
                .as("one each for two recipients")
                .hasSize(4);
        MimeMessage first = received("[WARNING] ");
        assertThat(first.getSubject())
                .as("one line, whatever the text")
                .isEqualTo("[WARNING] Tension rose. Bcc: everybody@x.example and caf\u00e9");
        assertThat(first.getHeader("Bcc")).isNull();
        assertThat(first.getHeader("Message-ID", ",")).isEqualTo("<" + WebhookBody.id(ALERT) + "@entente>");
        assertThat(first.getContent().toString()).contains("> The minister", "andes ledger");
        assertThat(received("[WARNING (resolved)] ").getHeader("References", ","))
                .isEqualTo(first.getHeader("References", ","));
    }

    private MimeMessage received(String subject) throws MessagingException {
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (mail.getSubject().startsWith(subject)) {
                return mail;
            }
        }
        throw new AssertionError("no mail " + subject);
    }

    @Test
    void aServerThatIsNotThereOrRefusesTheLoginMayChangeItsMind() {
        server.setUser("desk@x.example", "desk", "right");
        DeliveryResult unsafe = delivery("desk", "wrong").tell(ALERT, Sample.NOON);
        assertThat(unsafe.kind()).as("no password without TLS").isEqualTo(Kind.FAILED);
        server.stop();
        DeliveryResult gone = delivery(null, null).tell(ALERT, Sample.NOON);
        assertThat(gone.kind()).isEqualTo(Kind.FAILED);
        assertThat(gone.problem()).doesNotContain("127.0.0.1");
    }
}
