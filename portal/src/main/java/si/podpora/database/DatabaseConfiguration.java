package si.podpora.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** With {@code spring.datasource.url} the operator's database, without it an embedded one in the data folder. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String URL = "spring.datasource.url";
    private static final int OLDEST_MAJOR = 15;

    @Bean
    @Conditional(NoDatabaseGiven.class)
    EmbeddedDatabase embeddedDatabase(@Value("${podpora.data-dir:./data}") String dataFolder) {
        return EmbeddedDatabase.start(Path.of(dataFolder, "postgres"));
    }

    @Bean
    static DatabaseCheck databaseCheck(Environment environment) {
        String url = environment.getProperty(URL, "");
        if (StringUtils.hasText(url) && !url.startsWith(DatabaseCheck.PREFIX)) {
            throw StartFailure.notPostgres();
        }
        return new DatabaseCheck(OLDEST_MAJOR);
    }

    static class NoDatabaseGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty(URL));
        }
    }
}
