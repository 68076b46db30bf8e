package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import si.podpora.coverage.InstalledSystem;
import si.podpora.web.Form;

/** A system as the help desk writes it down. */
record SystemForm(
        @NotBlank(message = "web.error.required")
        @Size(max = 60, message = "web.error.tooLong")
        @Pattern(regexp = ".*[\\p{L}\\p{N}].*|", message = "web.error.invalid")
        @Nullable
        String number,

        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String name,

        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String product,

        @Nullable Integer version) {

    static Form of(InstalledSystem system) {
        return Form.of("number", system.identificationNumber(), "name", system.name(), "product", system.product());
    }
}
