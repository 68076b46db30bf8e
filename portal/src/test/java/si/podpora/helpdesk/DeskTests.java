package si.podpora.helpdesk;

import java.util.List;
import si.podpora.Visitor;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CasesTests;

/** The vocabulary of the tests about the help desk. */
public abstract class DeskTests extends CasesTests {

    protected CaseNumber submitted(Actor by, String title) {
        return cases.submit(by, request(title));
    }

    /** A browser in which Ana of the help desk is signed in. */
    protected Visitor asAna() {
        cast.ana();
        return as("ana");
    }

    protected static String path(CaseNumber number) {
        return "/desk/cases/" + number;
    }

    /** What the table of cases holds of it. */
    protected String column(CaseNumber number, String column) {
        return sql.sql("select " + column + " from cases where number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
    }

    /** Whom mails have been written to. */
    protected List<String> mails() {
        return sql.sql("select recipient_address from outgoing_mail order by id")
                .query(String.class)
                .list();
    }
}
