package si.podpora.helpdesk.assignment;

import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Form;

/** What somebody can do and takes, as it is entered. */
record AbilitiesForm(
        @Nullable List<Long> skill,
        @Nullable List<String> language,

        @Pattern(regexp = "\\s*([0-9]{1,3})?\\s*", message = "assignment.error.cap") @Nullable
        String mostOpen,

        @Nullable Boolean automatic,
        @Nullable Integer version) {

    static Form of(Abilities now) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("skill", now.skills().stream().map(String::valueOf).toList());
        values.put("language", now.languages());
        values.put("mostOpen", List.of(Objects.toString(now.mostOpen(), "")));
        values.put("automatic", List.of(Boolean.toString(now.automatic())));
        return Form.of(values);
    }

    List<Long> skills() {
        return Objects.requireNonNullElse(skill, List.<Long>of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Only those that the form offers. */
    List<String> languages() {
        return Objects.requireNonNullElse(language, List.<String>of()).stream()
                .filter(AbilitiesController.LANGUAGES::contains)
                .toList();
    }

    /** A box that is not ticked is not sent. */
    boolean takesAutomatically() {
        return Boolean.TRUE.equals(automatic);
    }

    /** Null for no cap. Only after it has been validated. */
    @Nullable
    Integer cap() {
        return mostOpen == null || mostOpen.isBlank() ? null : Integer.valueOf(mostOpen.strip());
    }
}
