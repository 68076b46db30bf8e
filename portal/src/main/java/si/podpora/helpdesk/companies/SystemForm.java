package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
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

    /** What the system is by now, for whoever was overtaken by a colleague. */
    static List<Meanwhile> meanwhile(InstalledSystem now) {
        return List.of(
                new Meanwhile("companies.field.number", now.identificationNumber()),
                new Meanwhile("companies.field.name", now.name()),
                new Meanwhile("companies.field.product", now.product()));
    }

    /** Only after it has been validated. */
    InstalledSystem system(long id) {
        return new InstalledSystem(
                id,
                Objects.requireNonNull(number).strip(),
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(product).strip(),
                0,
                Objects.requireNonNullElse(version, -1),
                null);
    }
}
