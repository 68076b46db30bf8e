package si.podpora.cases;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import si.podpora.web.Times;
import si.podpora.web.Words;

/** An event as one sentence: on the page between the notes, and in mails. */
@Component
public class EventWords {

    private static final int LONGEST = 120;

    private final Words words;

    EventWords(Words words) {
        this.words = words;
    }

    /** The sentence of an event, without its time. */
    public String say(Locale language, CaseEvent event) {
        if (event.kind() == CaseEvent.Kind.SUBMITTED
                && event.byStaff()
                && !event.newValue().isEmpty()) {
            return words.say(
                    language,
                    "cases.event.submitted_for",
                    "actor",
                    event.actor(),
                    "contact",
                    words.say(language, Contact.of(event.newValue()).words()));
        }
        return say(language, event.kind(), event.actor(), event.oldValue(), event.newValue(), event.detail());
    }

    String say(Locale language, CaseEvent.Kind kind, String actor, String before, String after, String detail) {
        return switch (kind) {
            case SUBMITTED -> words.say(language, kind.words(), "actor", actor);
            case ASSIGNED ->
                after.isEmpty()
                        ? words.say(language, "cases.event.unassigned")
                        : words.say(language, kind.words(), "owner", after);
            case STATUS_CHANGED, REOPENED ->
                words.say(language, kind.words(), "status", status(language, after), "actor", actor);
            case CLOSED ->
                words.say(
                        language,
                        detail.isEmpty() ? kind.words() : "cases.event.closed_because",
                        "status",
                        status(language, after),
                        "actor",
                        actor,
                        "reason",
                        detail);
            case EDITED ->
                words.say(
                        language,
                        after.isEmpty() ? "cases.event.emptied" : kind.words(),
                        "field",
                        words.say(language, "cases.field." + detail),
                        "value",
                        value(language, detail, after));
            case CONTINUED -> words.say(language, kind.words(), "number", after);
            case REMINDED ->
                after.isEmpty()
                        ? words.say(language, kind.words())
                        : words.say(
                                language,
                                "cases.event.reminded_until",
                                "day",
                                Times.day(LocalDate.parse(after), language));
            case HANDED_OVER -> words.say(language, kind.words(), "before", before, "after", after);
            case ASSIGNMENT_REASON -> words.say(language, kind.words(), "reason", detail);
            case AUTO_ASSIGNED ->
                words.say(
                        language,
                        detail.isEmpty() ? kind.words() : "cases.event.auto_assigned_skill",
                        "skills",
                        detail);
            case PARTICIPANT_ASKED -> words.say(language, kind.words(), "actor", actor, "address", after);
            case PARTICIPANT_ADDED -> words.say(language, kind.words(), "name", after);
            case MERGED -> words.say(language, kind.words(), "number", after, "title", detail);
            case SPLIT_OFF, SPLIT_FROM -> words.say(language, kind.words());
            case LINKED, UNLINKED -> words.say(language, kind.words(), "number", after);
            case PARTICIPANT_REMOVED -> words.say(language, kind.words(), "name", before);
            case EXPIRED ->
                words.say(
                        language,
                        kind.words(),
                        "status",
                        status(language, after),
                        "n",
                        detail.isEmpty() ? 0 : Integer.parseInt(detail));
        };
    }

    private String status(Locale language, String code) {
        return words.say(language, StatusReason.of(code).words());
    }

    private String value(Locale language, String field, String value) {
        return switch (field) {
            case "type" -> words.say(language, CaseType.of(value).words());
            case "warranty_repair" -> value.isEmpty() ? "" : words.say(language, "cases.warranty." + value);
            default -> value.length() > LONGEST ? value.substring(0, LONGEST).strip() + "…" : value;
        };
    }
}
