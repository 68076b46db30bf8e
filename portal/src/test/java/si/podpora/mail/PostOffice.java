package si.podpora.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.SettableClock;
import si.podpora.database.TestDatabase;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;

/** The mail on a database of its own, with a clock that the test moves and senders that it starts. */
final class PostOffice {

    static final String JANA = "jana@kupec.example";

    final SettableClock clock = new SettableClock();
    final PodporaProperties settings = Binder.get(
                    new MockEnvironment().withProperty("podpora.base-url", "https://podpora.spica.example"))
            .bindOrCreate("podpora", PodporaProperties.class);
    final DataSource database;
    final JdbcClient sql;
    final TransactionTemplate transactions;
    final MailQueue queue;
    final MailBell bell = new MailBell();
    final Outbox outbox;
    final Mails mails;

    PostOffice() {
        var made = TestDatabase.migrated();
        database = new DriverManagerDataSource(made.url(), made.user(), made.password());
        sql = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        queue = new MailQueue(sql, clock);
        outbox = new Outbox(sql, TemplateEngine.createPrecompiled(ContentType.Html), settings, clock, bell);
        mails = new Mails(sql, clock, bell);
    }

    Postman postman(int port) {
        return new Postman(queue, smtp(port), settings);
    }

    static JavaMailSenderImpl smtp(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        var limits = new Properties();
        limits.setProperty("mail.smtp.connectiontimeout", "2000");
        limits.setProperty("mail.smtp.timeout", "3000");
        smtp.setJavaMailProperties(limits);
        return smtp;
    }

    void post(Envelope envelope, Letter letter) {
        transactions.executeWithoutResult(status -> outbox.post(envelope, letter));
    }

    void post() {
        post(to(JANA, "Jana Zupan"), letter("Zahtevek je sprejet"));
    }

    static Envelope to(String address, String name) {
        return new Envelope(null, address, name, Locale.of("sl"), "cases.created", "case-2580", false);
    }

    static Envelope secretTo(String address) {
        return new Envelope(null, address, "Nina Nova", Locale.of("sl"), "registration.invitation", null, true);
    }

    static Letter letter(String subject, Letter.Block... blocks) {
        return new Letter(
                subject,
                "CAS-02580-T0M2L3 · Lastnik: Gregor Berčič",
                "Pozdravljeni,",
                blocks.length > 0
                        ? List.of(blocks)
                        : List.of(new Letter.Block.Paragraph("vaš zahtevek za podporo smo sprejeli.")),
                new Letter.Button("Odpri zahtevek", "https://podpora.spica.example/cases/CAS-02580-T0M2L3"),
                List.of(),
                "To sporočilo ste prejeli, ker ste oddali zahtevek.");
    }

    /** Sends everything that is due. */
    static void sendAll(Postman postman) {
        var more = true;
        while (more) {
            more = postman.sendNext(() -> {});
        }
    }

    Row row(long id) {
        return sql.sql("""
                select state, attempts, html, text, problem, answer, subject, gather_key,
                    extract(epoch from due_at - :now::timestamptz)::bigint as due_in
                from outgoing_mail where id = :id
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("id", id)
                .query((row, index) -> new Row(
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("html"),
                        row.getString("text"),
                        row.getString("problem"),
                        row.getString("answer"),
                        row.getString("subject"),
                        row.getString("gather_key"),
                        row.getLong("due_in")))
                .single();
    }

    long count() {
        return sql.sql("select count(*) from outgoing_mail").query(Long.class).single();
    }

    /** What the table says of a mail; {@code dueIn} in seconds. */
    record Row(
            String state,
            int attempts,
            String html,
            String text,
            @Nullable String problem,
            @Nullable String answer,
            String subject,
            @Nullable String gatherKey,
            long dueIn) {}
}
