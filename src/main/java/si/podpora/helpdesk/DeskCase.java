package si.podpora.helpdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.Talk;
import si.podpora.files.CaseFiles;
import si.podpora.mail.SentMail;

/**
 * A case as the help desk sees it.
 *
 * @param talk public and internal
 * @param newest whether the newest part of the conversation is shown
 * @param assignees whom it can be given to
 * @param mails what has been written about it, the newest first
 */
public record DeskCase(
        CaseFacts facts,
        Talk talk,
        boolean newest,
        CaseFiles files,
        Customer customer,
        List<Assignee> assignees,
        List<SentMail> mails) {

    /** Address of its page, and beginning of those of all that can be done to it. */
    public String path() {
        return "/desk/cases/" + facts.head().number();
    }

    /** Whether this person works on it. */
    public boolean ownedBy(long personId) {
        return Objects.equals(facts.head().ownerId(), personId);
    }

    /** The colleagues it can be given to, as options of a select: the owner is not among them. */
    public Map<String, String> others() {
        var options = new LinkedHashMap<String, String>();
        assignees.stream()
                .filter(assignee -> !ownedBy(assignee.id()))
                .forEach(assignee -> options.put(Long.toString(assignee.id()), assignee.name()));
        return options;
    }

    /** Somebody who gets a mail. */
    public record Recipient(String name, String address) {}

    /** Who is mailed when the help desk replies. */
    public List<Recipient> mailed() {
        return customer.active() && customer.wantsMail()
                ? List.of(new Recipient(customer.name(), customer.email()))
                : List.of();
    }

    /** When the newest entry of the conversation was written: what the reader has seen. */
    public String seen() {
        var entries = talk.entries();
        return entries.isEmpty() ? "" : entries.getLast().at().toString();
    }
}
