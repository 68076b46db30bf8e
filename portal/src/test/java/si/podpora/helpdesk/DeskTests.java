package si.podpora.helpdesk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.Visitor;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.CasesTests;
import si.podpora.cases.NewCase;
import si.podpora.cases.NewNote;
import si.podpora.cases.Visibility;

/** The vocabulary of the tests about the help desk. */
abstract class DeskTests extends CasesTests {

    protected CaseNumber submitted(Actor by, String title) {
        return submitted(by, title, null);
    }

    protected CaseNumber submitted(Actor by, String title, @Nullable Long entitlement) {
        return cases.submit(
                by,
                new NewCase(
                        UUID.randomUUID(),
                        CaseType.SUPPORT,
                        title,
                        "Potrebujem pomoč pri nastavitvi urnika.",
                        entitlement,
                        "",
                        null,
                        "",
                        "",
                        null,
                        List.of()));
    }

    protected void notes(Actor by, CaseNumber number, String text, Visibility visibility) {
        conversation.add(by, number, NewNote.of(UUID.randomUUID(), text, visibility));
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
