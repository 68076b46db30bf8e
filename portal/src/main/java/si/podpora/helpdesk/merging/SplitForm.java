package si.podpora.helpdesk.merging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.CaseFacts;
import si.podpora.cases.CaseType;
import si.podpora.cases.NewCase;

/** The notes that are split off, and what their case says of itself. */
record SplitForm(
        @Nullable UUID key,
        @Nullable List<String> note,

        @NotBlank(message = "cases.error.type")
        @Pattern(regexp = "support|repair|", message = "cases.error.type")
        @Nullable
        String type,

        @NotBlank(message = "cases.error.title") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String title,

        @NotBlank(message = "cases.error.description") @Size(max = 20_000, message = "web.error.tooLong") @Nullable
        String description,

        @Nullable String requester) {

    /** The fields as they stand on the page. */
    static final List<String> ORDER = List.of("note", "title", "type", "requester", "description");

    /** Keys of the chosen notes; what is no key is left out. */
    List<Long> notes() {
        return note == null
                ? List.of()
                : note.stream()
                        .filter(typed -> typed.matches("\\d{1,18}"))
                        .map(Long::parseLong)
                        .toList();
    }

    /** Key of the chosen person; -1 for none. */
    long requesterKey() {
        return requester != null && requester.matches("\\d{1,18}") ? Long.parseLong(requester) : -1;
    }

    /** What is submitted, once it has been validated: of the same system or device as the case that it comes from. */
    NewCase newCase(CaseFacts facts) {
        var chosen = CaseType.of(type == null ? "" : type);
        var repair = chosen == CaseType.REPAIR;
        return new NewCase(
                key == null ? UUID.randomUUID() : key,
                chosen,
                title == null ? "" : title,
                description == null ? "" : description,
                null,
                repair ? "" : facts.systemNumber(),
                repair ? facts.warrantyRepair() : null,
                repair ? facts.serialNumber() : "",
                facts.reference(),
                facts.head().number(),
                List.of());
    }
}
