package si.podpora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.web.PodporaProperties;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty portal with the demonstration and tells how to sign in. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoPortal implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPortal.class);

    /** Any number, the same in every copy: only one of them fills the portal. */
    private static final long LOCK = 0x706f64706f7261L;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final DemoPeople people;
    private final DemoCases cases;
    private final DemoHelpDesk helpDesk;
    private final DemoDesk desk;
    private final DemoReplies replies;
    private final DemoLicences licences;
    private final Clock clock;
    private final PodporaProperties settings;

    DemoPortal(
            JdbcClient sql,
            JsonMapper json,
            TransactionTemplate transaction,
            DemoPeople people,
            DemoCases cases,
            DemoHelpDesk helpDesk,
            DemoDesk desk,
            DemoReplies replies,
            DemoLicences licences,
            Clock clock,
            PodporaProperties settings) {
        this.sql = sql;
        this.json = json;
        this.transaction = transaction;
        this.people = people;
        this.cases = cases;
        this.helpDesk = helpDesk;
        this.desk = desk;
        this.replies = replies;
        this.licences = licences;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var data = read();
        transaction.executeWithoutResult(status -> fill(data));
        tell(data);
    }

    private DemoData read() {
        try (var file = new ClassPathResource("demo/demo.json").getInputStream()) {
            return json.readValue(file, DemoData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(DemoData data) {
        sql.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, index) -> true)
                .single();
        if (sql.sql("select exists (select from person)").query(Boolean.class).single()) {
            return;
        }
        var now = clock.instant();
        people.insert(data, now);
        helpDesk.insert(now);
        licences.insert(now);
        // The manual's own example is the newest case of Janez Novak: CAS-02580-T0M2L3.
        var oldestFirst = data.cases().stream()
                .sorted(Comparator.comparing((DemoData.Case demo) -> demo.suffix() != null)
                        .thenComparing(DemoData.Case::hoursAgo, Comparator.reverseOrder()))
                .toList();
        var running = 2580 - oldestFirst.size() + 1;
        for (var demo : oldestFirst) {
            cases.insert(demo, running++, now);
        }
        desk.insert(now);
        replies.insert(data, now);
        sql.sql("select setval(pg_get_serial_sequence('cases', 'id'), 2580)")
                .query((row, index) -> true)
                .single();
    }

    private static String companies(DemoData.Person person) {
        return Stream.concat(
                        Stream.ofNullable(person.company()),
                        Stream.ofNullable(person.also()).flatMap(List::stream).map(DemoData.Further::company))
                .collect(Collectors.joining(" and "));
    }

    private void tell(DemoData data) {
        var accounts = new StringBuilder();
        for (var person : data.people()) {
            accounts.append(String.format(
                    Locale.ROOT,
                    "%n    %-16s %s %s, %s",
                    person.username(),
                    person.firstName(),
                    person.lastName(),
                    person.staffRole() != null ? "help desk, " + person.staffRole() : companies(person)));
        }
        LOG.info(
                "The demonstration is ready at {}\n  Mailbox: {}\n  Password of every account: {}{}",
                settings.link("/"),
                settings.link("/demo/mailbox"),
                DemoPeople.PASSWORD,
                accounts);
    }
}
