package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help desk's pages take few statements, and as many for much as for little. */
class DeskStatementTests extends DeskTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?view=unassigned&sort=created",
                "?view=mine",
                "?view=all&status=researching",
                "?view=closed",
                "?view=triage",
                "?view=silent&sort=-title",
                "?view=repairs&sort=customer",
                "?tag=1&owner=none&type=support&company=1",
                "?saved=1",
                "?q=zahtevek",
                "?q=novak+kovinar",
                "?q=CAS-00001",
                "?q=nikjer"
            })
    void thePagesOfTheQueue(String query) {
        submitted(janez(), "Zahtevek");
        var ana = asAna();
        ana.post("/desk/views", "name", "Moj", "columns", "title", "sort", "title");
        var few = statements.during(() -> ana.get("/desk" + query));
        for (int i = 0; i < 60; i++) {
            submitted(i % 2 == 0 ? janez() : boris(), "Zahtevek " + i);
        }

        var many = statements.during(() -> ana.get("/desk" + query));

        assertThat(many).hasSizeLessThanOrEqualTo(query.contains("q=") ? 6 : 3);
        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + (query.contains("q=") ? 1 : 0));
    }

    @Test
    void theCase() {
        var number = submitted(janez(), "Zahtevek");
        var ana = asAna();
        var few = statements.during(() -> ana.get(path(number)));
        for (int i = 0; i < 30; i++) {
            says(i % 2 == 0 ? ana() : janez(), number, "Opomba " + i);
            submitted(janez(), "Drugi " + i);
        }

        assertThat(few).hasSizeLessThanOrEqualTo(7);
        assertThat(statements.during(() -> ana.get(path(number)))).hasSameSizeAs(few);
        assertThat(statements.during(() -> ana.get(path(number) + "/customer"))).hasSizeLessThanOrEqualTo(7);
    }
}
