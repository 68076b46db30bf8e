package si.podpora.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Visitor;

/** The vocabulary of the tests about the customer's list. */
abstract class CaseListStage extends CasesTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CaseWords words;

    protected CaseRows rows;

    @BeforeEach
    void prepareRows() {
        rows = new CaseRows(sql, transaction, words);
    }

    /** Seventy cases of Kovinar with values that repeat, so that the order has ties. */
    protected List<String> seventyCases() {
        var numbers = new ArrayList<String>();
        var statuses = StatusReason.values();
        for (int i = 0; i < 70; i++) {
            numbers.add(rows.add(
                    i % 3 == 0 ? cast.jana() : cast.janez(),
                    i % 10 == 1 ? null : cast.kovinar(),
                    "Primer " + i % 7,
                    i % 4 == 0 ? "" : "NAR-" + i % 5,
                    "",
                    statuses[i % statuses.length],
                    clock.instant().minus(Duration.ofHours(i % 9))));
        }
        sql.sql("update cases set type = 'repair' where id % 3 = 0").update();
        sql.sql("update cases set owner_id = :gregor, owner_name = 'Gregor Berčič' where id % 4 = 0")
                .param("gregor", cast.gregor())
                .update();
        return visibleToJanez(numbers);
    }

    /** Jana's cases that belong to no company are hers alone. */
    private List<String> visibleToJanez(List<String> numbers) {
        return sql
                .sql("select number from cases where requester_id = :janez or company_id = :kovinar")
                .param("janez", cast.janez())
                .param("kovinar", cast.kovinar())
                .query(String.class)
                .list()
                .stream()
                .filter(numbers::contains)
                .toList();
    }

    protected void add(String title, long requester) {
        add(title, requester, StatusReason.IN_PROGRESS);
    }

    protected void add(String title, long requester, StatusReason status) {
        rows.add(requester, cast.kovinar(), title, "", "", status, clock.instant());
    }

    protected List<String> titles(String username, String query) {
        return as(username).get("/cases" + query).page().select("td.at-title").eachText();
    }

    protected static List<String> numbers(Visitor.Answer answer) {
        return answer.page().select("td.at-number").eachText();
    }
}
