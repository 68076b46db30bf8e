package si.podpora.helpdesk.assignment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A skill as it is entered; terms are parted by commas. */
record SkillForm(
        @NotBlank(message = "web.error.required") @Size(max = 100, message = "web.error.tooLong") @Nullable
        String name,

        @NotBlank(message = "web.error.required") @Size(max = 1000, message = "web.error.tooLong") @Nullable
        String terms,

        @Nullable Integer version) {}
