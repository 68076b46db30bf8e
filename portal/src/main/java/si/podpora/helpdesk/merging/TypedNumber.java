package si.podpora.helpdesk.merging;

import java.util.Optional;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseHead;
import si.podpora.cases.CaseNumber;
import si.podpora.web.Refusal;

/** A case's number that somebody of the help desk has typed into a field, in any spelling; the running number alone will do. */
@Component
class TypedNumber {

    private final CaseAccess access;

    TypedNumber(CaseAccess access) {
        this.access = access;
    }

    /** The case, or the one that has taken it up; empty if there is none. */
    Optional<CaseHead> find(Actor me, String typed) {
        return CaseNumber.parse(typed)
                .flatMap(number -> existing(me, number))
                .or(() -> CaseNumber.running(typed)
                        .flatMap(running -> access.withRunning(me, running))
                        .flatMap(number -> existing(me, number)));
    }

    private Optional<CaseHead> existing(Actor me, CaseNumber number) {
        try {
            return Optional.of(access.find(me, number));
        } catch (Refusal.NotFound none) {
            return Optional.empty(); // said beside the field
        }
    }

    /**
     * The case whose page asks.
     *
     * @throws Refusal.NotFound if there is none
     */
    CaseHead ofPage(Actor me, String number) {
        return access.find(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new));
    }

    /** Whether a page was asked for by this case's own number, and not by one that leads to it. */
    static boolean isOwn(CaseHead found, String number) {
        return CaseNumber.parse(number)
                .filter(asked -> asked.key().equals(found.number().key()))
                .isPresent();
    }
}
