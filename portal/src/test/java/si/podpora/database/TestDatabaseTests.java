package si.podpora.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TestDatabaseTests {

    @Test
    void everyTestHasItsOwnDatabase() {
        JdbcClient one = client(TestDatabase.empty());
        JdbcClient other = client(TestDatabase.empty());
        one.sql("CREATE TABLE mine (id int)").update();
        assertThat(other.sql("SELECT to_regclass('mine') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMigratedDatabaseHasFlywaysHistory() {
        assertThat(client(TestDatabase.migrated())
                        .sql("SELECT to_regclass('flyway_schema_history') IS NOT NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static JdbcClient client(TestDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }
}
