package si.podpora.helpdesk;

import java.util.List;
import si.podpora.Visitor;
import si.podpora.cases.CaseNumber;

/** The vocabulary of the tests about the queue. */
abstract class QueueStage extends DeskTests {

    protected static List<String> titles(Visitor.Answer page) {
        return page.page().select(".queue-title > a").eachText();
    }

    protected static String link(Visitor.Answer page, String rel) {
        return page.page().select("[rel=" + rel + "]").attr("href");
    }

    protected void tagged(Visitor staff, CaseNumber number, String tag) {
        staff.post(path(number) + "/tags", "name", tag);
    }
}
