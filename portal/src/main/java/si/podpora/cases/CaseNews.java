package si.podpora.cases;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;

/** What the help desk's pages hear of cases, and let each other hear. */
@Component
public class CaseNews {

    private final CaseStreams streams;
    private final CaseHistory history;

    CaseNews(CaseStreams streams, CaseHistory history) {
        this.streams = streams;
        this.history = history;
    }

    /**
     * A stream that tells whenever any case changes.
     *
     * @throws Refusal.NotAllowed if a customer asks
     */
    public SseEmitter ofAll(Actor me) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return streams.open(me, CaseStreams.EVERY_CASE);
    }

    /** Tells the help desk's pages, once the transaction commits, of a change that is none of the customer's. */
    public void changedInternally(long caseId) {
        history.tell(caseId, Visibility.INTERNAL);
    }
}
