package si.podpora;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import si.podpora.database.TestDatabase;

/** The whole portal on a random port, on a real PostgreSQL, with a clock that the test moves. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "db-scheduler.enabled=false")
@ContextConfiguration(initializers = TestDatabase.ForContext.class)
@Import(PortalTests.Surroundings.class)
public abstract class PortalTests {

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected SettableClock clock;

    @Autowired
    protected Cast cast;

    /** Which statements a request runs. */
    @Autowired
    protected StatementCount statements;

    @LocalServerPort
    private int port;

    @BeforeEach
    void clearTheStage() {
        clock.set(SettableClock.START);
        cast.clear();
    }

    /** A browser that nobody has signed in with yet. */
    protected Visitor visitor() {
        return new Visitor("http://localhost:" + port);
    }

    /** A browser in which this member of the cast is signed in. */
    protected Visitor as(String username) {
        var visitor = visitor();
        visitor.signIn(username, Cast.PASSWORD);
        return visitor;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        static StatementCount statementCount() {
            return new StatementCount();
        }

        @Bean
        Cast cast(JdbcClient sql, SettableClock clock) {
            return new Cast(sql, clock);
        }
    }
}
