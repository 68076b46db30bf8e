package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing secret reaches a log, from the request for access to a new password, at the levels of the real portal. */
class LogTests extends RegistrationTests {

    private static final String WRONG = "to-ni-pravo-geslo-86";
    private static final String NEW = "modra reka pod mostom 9";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Lines lines = new Lines();

    /** Every line as it is written: message, stack trace, context. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            var trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            all.add(event.getFormattedMessage() + "\n" + trace + event.getMDCPropertyMap() + event.getKeyValuePairs());
        }
    }

    @BeforeEach
    void listen() {
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
    }

    @Test
    void noCodeNoPasswordNoTokenAndNoMail() {
        var secrets = new LinkedHashMap<String, String>(
                Map.of("password", PASSWORD, "wrong password", WRONG, "new password", NEW));
        var tina = visitor();
        var page = tina.get("/registration");
        secrets.put("CAPTCHA", code(page));
        secrets.put("token of the forms", tina.cookie("podpora-form"));
        assertThat(sends(tina, page, tina()).status()).isEqualTo(303);
        var invitation = lastMail();
        secrets.put("invitation code", invitation.code());
        secrets.put("words of the invitation", "prejeli ste povabilo za dostop");
        assertThat(invitation.text()).contains("prejeli ste povabilo za dostop");

        failsOnce(
                "consent",
                () -> assertThat(redeems(visitor(), invitation.code()).status()).isEqualTo(500));
        assertThat(redeems(tina, invitation.code()).status()).isEqualTo(303);
        secrets.put("session", tina.cookie("podpora-session"));

        var elsewhere = visitor();
        assertThat(elsewhere.signIn("tina", WRONG).status()).isEqualTo(422);
        assertThat(elsewhere.signIn("tina", PASSWORD).status()).isEqualTo(303);
        secrets.put("other session", elsewhere.cookie("podpora-session"));
        failsOnce(
                "sign_in_failure",
                () -> assertThat(visitor().signIn("tina", PASSWORD).status()).isEqualTo(500));

        assertThat(visitor().post("/password/forgotten", "email", TINA).status())
                .isEqualTo(303);
        await().untilAsserted(() -> assertThat(lastMail().purpose()).isEqualTo("accounts.reset"));
        secrets.put("code of the new password", lastMail().code());
        var link = "/password/new?code=" + lastMail().code();
        var forgetful = visitor();
        var choice = forgetful.get(link);
        var sent = forgetful.submit(choice, "/password/new", "password", NEW, "passwordConfirmation", NEW);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(visitor().signIn("tina", NEW).status()).isEqualTo(303);

        assertThat(lines.all).as("what failed is told").anyMatch(line -> line.startsWith("A request failed"));
        secrets.forEach((what, secret) -> {
            assertThat(secret).as(what).hasSizeGreaterThanOrEqualTo(6);
            assertThat(lines.all).as(what).noneMatch(line -> line.contains(secret));
        });
    }

    /** A table is not there for a moment: the failure is logged with all that the portal says of it. */
    private void failsOnce(String table, Runnable request) {
        sql.sql("alter table " + table + " rename to away").update();
        try {
            request.run();
        } finally {
            sql.sql("alter table away rename to " + table).update();
        }
    }
}
