package si.podpora.helpdesk;

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
}
