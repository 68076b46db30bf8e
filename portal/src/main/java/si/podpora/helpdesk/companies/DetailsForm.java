package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import si.podpora.registration.TaxNumber;
import si.podpora.web.Form;

/** Name and tax number of a company. */
record DetailsForm(
        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String name,

        @NotBlank(message = "web.error.required")
        @Pattern(regexp = "[A-Z]{2}|", message = "web.error.invalid")
        @Nullable
        String country,

        @NotBlank(message = "web.error.required") @Size(max = 60, message = "web.error.tooLong") @Nullable
        String taxNumber,

        @Nullable Integer version) {

    static Form of(CompanyCard card) {
        return Form.of("name", card.name(), "country", card.country(), "taxNumber", card.taxNumber());
    }

    /** What the company is by now, for whoever was overtaken by a colleague. */
    static List<Meanwhile> meanwhile(CompanyCard now) {
        return List.of(
                new Meanwhile("companies.field.name", now.name()),
                new Meanwhile("companies.field.taxNumber", now.country() + " " + now.taxNumber()));
    }

    /** Empty if the country's rule refuses the number. Only after the form has been validated. */
    Optional<TaxNumber> number() {
        return TaxNumber.parse(Objects.requireNonNull(country), Objects.requireNonNull(taxNumber));
    }
}
