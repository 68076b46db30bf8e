package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.Participant;
import si.podpora.cases.Talk;
import si.podpora.helpdesk.assignment.Absence;
import si.podpora.helpdesk.assignment.Candidate;
import si.podpora.mail.SentMail;

/**
 * A case as the help desk sees it.
 *
 * @param talk public and internal
 * @param newest whether the newest part of the conversation is shown
 * @param candidates whom it can be given to, the best first; empty unless it is open and nobody's
 * @param ownersAbsence of whoever works on it; null if that one is here
 * @param mails what has been written about it, the newest first
 */
public record DeskCase(
        CaseFacts facts,
        Talk talk,
        boolean newest,
        Customer customer,
        List<Candidate> candidates,
        @Nullable Absence ownersAbsence,
        List<SentMail> mails) {

    /** Address of its page, and beginning of those of all that can be done to it. */
    public String path() {
        return "/desk/cases/" + facts.head().number();
    }

    /** Whether this person works on it. */
    public boolean ownedBy(long personId) {
        return Objects.equals(facts.head().ownerId(), personId);
    }

    /** Whether a macro that this person runs leaves the case with the colleague who has it: it changes hands only with a reason. */
    public boolean keepsOwner(Macro macro, long personId) {
        return macro.owner() != Macro.Owner.KEEP && facts.head().ownerId() != null && !ownedBy(personId);
    }

    /** Who suits best, up to three who can take it today; if the reader is among them, at the own place. */
    public List<Candidate> suggestions() {
        return candidates.stream()
                .filter(one -> one.present() && !one.full())
                // Who takes cases only when asked is no best choice for having nothing else to do.
                .filter(one -> one.automatic() || one.skilled())
                .limit(3)
                .toList();
    }

    /** Somebody who gets a mail. */
    public record Recipient(String name, String address) {}

    /** Who is mailed when the help desk replies. */
    public List<Recipient> mailed() {
        var mailed = new ArrayList<Recipient>();
        if (customer.active() && customer.wantsMail() && !customerHasLeft()) {
            mailed.add(new Recipient(customer.name(), customer.email()));
        }
        facts.participants().stream()
                .filter(Participant::mailed)
                .forEach(participant -> mailed.add(new Recipient(participant.name(), participant.email())));
        return List.copyOf(mailed);
    }

    /** Whether whoever asked does not belong to the case's company any more. */
    public boolean customerHasLeft() {
        return facts.head().companyId() != null && customer.belongings().role().isEmpty();
    }

    /** Whether whoever asks still sees the case. */
    public boolean customerSees() {
        return customer.active() && !customerHasLeft();
    }

    /** When the newest entry of the conversation was written: what the reader has seen. */
    public String seen() {
        var entries = talk.entries();
        return entries.isEmpty() ? "" : entries.getLast().at().toString();
    }
}
