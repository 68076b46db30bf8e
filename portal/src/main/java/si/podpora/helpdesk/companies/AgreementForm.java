package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import si.podpora.coverage.Agreement;
import si.podpora.coverage.Entitlement;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;

/** An entitlement as the help desk writes it down; hours with a decimal comma or point. */
record AgreementForm(
        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String name,

        @NotNull(message = "web.error.required") Entitlement.@Nullable Kind kind,

        @NotNull(message = "web.error.required") @Nullable LocalDate validFrom,

        @NotNull(message = "web.error.required") @Nullable LocalDate validUntil,

        @Pattern(regexp = HOURS, message = "companies.error.hours") @Nullable
        String hoursTotal,

        @Pattern(regexp = HOURS, message = "companies.error.hours") @Nullable
        String hoursUsed,

        @Nullable Integer version) {

    private static final String HOURS = "\\s*([0-9]{1,5}([.,][0-9]{1,2})?)?\\s*";

    /** A contract for a year. */
    static Form blank(LocalDate today) {
        return Form.of(
                "kind",
                "CONTRACT",
                "validFrom",
                today.toString(),
                "validUntil",
                today.plusYears(1).minusDays(1).toString(),
                "hoursUsed",
                "0");
    }

    static Form of(Agreement agreement) {
        return Form.of(
                "name",
                agreement.name(),
                "kind",
                agreement.kind().name(),
                "validFrom",
                agreement.validFrom().toString(),
                "validUntil",
                agreement.validUntil().toString(),
                "hoursTotal",
                hours(agreement.hoursTotal()),
                "hoursUsed",
                hours(agreement.hoursUsed()));
    }

    /** What the entitlement is by now, for whoever was overtaken by a colleague. */
    static List<Meanwhile> meanwhile(Agreement now) {
        var form = of(now);
        return Stream.of("name", "validFrom", "validUntil", "hoursTotal", "hoursUsed")
                .map(field -> new Meanwhile("companies.field." + field, form.value(field)))
                .toList();
    }

    /** What single fields cannot tell: the days' order, and hours where there have to be some. */
    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            problems.add(FieldProblem.of("validUntil", "companies.error.days"));
        }
        if (kind == Entitlement.Kind.HOURS && (hoursTotal == null || hoursTotal.isBlank())) {
            problems.add(FieldProblem.of("hoursTotal", "web.error.required"));
        }
        return problems;
    }

    /** Only after it has been validated. */
    Agreement agreement(long id) {
        var ofHours = kind == Entitlement.Kind.HOURS;
        return new Agreement(
                id,
                Objects.requireNonNull(name).strip(),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(validFrom),
                Objects.requireNonNull(validUntil),
                ofHours ? number(hoursTotal) : null,
                ofHours ? number(hoursUsed) : BigDecimal.ZERO,
                Objects.requireNonNullElse(version, -1),
                null);
    }

    private static BigDecimal number(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? BigDecimal.ZERO
                : new BigDecimal(typed.strip().replace(',', '.'));
    }

    private static String hours(@Nullable BigDecimal hours) {
        return hours == null ? "" : hours.stripTrailingZeros().toPlainString();
    }
}
