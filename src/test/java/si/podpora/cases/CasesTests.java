package si.podpora.cases;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import si.podpora.PortalTests;
import si.podpora.accounts.Actor;

/** The vocabulary of the tests about cases. */
abstract class CasesTests extends PortalTests {

    @Autowired
    protected Cases cases;

    @Autowired
    protected Conversation conversation;

    @Autowired
    protected Handling handling;

    @Autowired
    protected CaseAccess access;

    protected Actor janez() {
        return cast.actor(cast.janez());
    }

    protected Actor jana() {
        return cast.actor(cast.jana());
    }

    protected Actor boris() {
        return cast.actor(cast.boris());
    }

    protected Actor ana() {
        return cast.actor(cast.ana());
    }

    protected Actor gregor() {
        return cast.actor(cast.gregor());
    }

    /** A plain request for support. */
    protected static NewCase request(String title) {
        return new NewCase(
                UUID.randomUUID(),
                CaseType.SUPPORT,
                title,
                "Potrebujem pomoč pri nastavitvi urnika.",
                null,
                "",
                null,
                "",
                "",
                null,
                List.of());
    }

    protected CaseNumber submitted(Actor by) {
        return cases.submit(by, request("TEST"));
    }

    protected void says(Actor author, CaseNumber number, String body) {
        conversation.add(author, number, NewNote.of(UUID.randomUUID(), body, Visibility.PUBLIC));
    }

    protected void remarks(Actor author, CaseNumber number, String body) {
        conversation.add(author, number, NewNote.of(UUID.randomUUID(), body, Visibility.INTERNAL));
    }

    /** Opens it again without a word. */
    protected void reopens(Actor who, CaseNumber number) {
        cases.reopen(who, number, NewNote.of(UUID.randomUUID(), "", Visibility.PUBLIC));
    }

    /** How many statements the portal's requests run meanwhile. */
    protected static long statementsOf(Runnable requests) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var appender = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing(); // else the thread's name is that of whoever reads it
                super.append(event);
            }
        };
        appender.list = Collections.synchronizedList(appender.list);
        appender.start();
        var level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(appender);
        try {
            requests.run();
        } finally {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(level);
        }
        return appender.list.stream()
                .filter(event -> event.getThreadName().startsWith("tomcat-handler"))
                .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }

    protected long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    protected List<String> events(CaseNumber number) {
        return sql.sql("""
                select kind || case when new_value = '' then '' else ' ' || new_value end
                from case_event e join cases c on c.id = e.case_id where c.number = :number order by e.id
                """).param("number", number.text()).query(String.class).list();
    }
}
