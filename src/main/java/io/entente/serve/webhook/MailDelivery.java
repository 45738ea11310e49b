package io.entente.serve.webhook;

import io.entente.avro.Alert;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Sends mails over SMTP. The messages about one alert are one thread; the same message always has the same Message-ID. */
final class MailDelivery implements Delivery {
    private static final String TIMEOUT = Long.toString(Duration.ofSeconds(10).toMillis());
    private static final int SUBJECT = 200;

    private final URI server;
    private final WebhookTarget.Mail mail;
    private final Session session;
    private final String protocol;

    MailDelivery(WebhookTarget target) {
        this.server = target.url();
        this.mail = Objects.requireNonNull(target.mail());
        this.protocol = server.getScheme().toLowerCase(Locale.ROOT);
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + timeout, TIMEOUT);
        }
        properties.put(prefix + "starttls.enable", "true");
        properties.put(
                prefix + "starttls.required", String.valueOf(mail.password() != null)); // no password in the clear
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", String.valueOf(mail.user() != null));
        this.session = Session.getInstance(properties);
    }

    @Override
    public DeliveryResult tell(Alert alert, Instant now) {
        try (Transport transport = session.getTransport(protocol)) {
            Message message = message(alert, now);
            transport.connect(server.getHost(), server.getPort(), mail.user(), mail.password());
            transport.sendMessage(message, message.getAllRecipients());
            return DeliveryResult.TAKEN;
        } catch (AuthenticationFailedException e) {
            return DeliveryResult.failed("the mail server does not accept the login");
        } catch (MessagingException e) {
            int code = code(e);
            String problem = code > 0 ? "SMTP status " + code : e.getClass().getSimpleName();
            return code / 100 == 5 ? DeliveryResult.refused(problem) : DeliveryResult.failed(problem);
        }
    }

    @Override
    public DeliveryResult repeat(Collection<Alert> open, Instant now) {
        return DeliveryResult.TAKEN; // nobody's mail lapses
    }

    private Message message(Alert alert, Instant now) throws MessagingException {
        String thread = "<" + alert.getId() + "@entente>";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + WebhookBody.id(alert) + "@entente>");
            }
        };
        message.setFrom(new InternetAddress(mail.from()));
        for (String to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(
                MessageText.cut("[" + MessageText.level(alert) + "] " + MessageText.message(alert), SUBJECT),
                StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("References", thread);
        message.setHeader("In-Reply-To", thread);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text(alert), StandardCharsets.UTF_8.name());
        return message;
    }

    private static String text(Alert alert) {
        StringBuilder text = new StringBuilder(MessageText.level(alert))
                .append("\n\n")
                .append(MessageText.message(alert))
                .append('\n');
        for (MessageText.Quote quote : MessageText.quotes(alert)) {
            text.append("\n> ")
                    .append(quote.sentence())
                    .append("\n  ")
                    .append(quote.families())
                    .append('\n');
        }
        return text.toString();
    }

    /** The server's answer, or that of a failure within; 0 where it said nothing. */
    private static int code(MessagingException failure) {
        for (Exception each = failure; each instanceof MessagingException next; each = next.getNextException()) {
            int code = each instanceof SMTPSendFailedException send
                    ? send.getReturnCode()
                    : each instanceof SMTPAddressFailedException address
                            ? address.getReturnCode()
                            : each instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }
}
