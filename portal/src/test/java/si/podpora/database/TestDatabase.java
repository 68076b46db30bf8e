package si.podpora.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A database of its own, on the one PostgreSQL server that this JVM's tests share; it takes some tens of milliseconds.
 *
 * <p>For a Spring test either {@code @ContextConfiguration(initializers = TestDatabase.ForContext.class)}, or
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     TestDatabase.register(registry);
 * }
 * }</pre>
 */
public record TestDatabase(String url, String user, String password) {

    /** A database with all of the portal's migrations. */
    public static TestDatabase migrated() {
        return TestServer.shared().migrated();
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return TestServer.shared().empty();
    }

    /** Gives a Spring context a migrated database. */
    public static void register(DynamicPropertyRegistry registry) {
        TestServer.shared().migratedForSpring().properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    private Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.datasource.password", password);
    }

    /** Gives a Spring context a migrated database. */
    public static final class ForContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database",
                            TestServer.shared().migratedForSpring().properties()));
        }
    }
}
