package si.podpora.helpdesk.assignment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.web.FieldProblem;

/**
 * An absence as it is entered.
 *
 * @param person whose; null for the own
 */
record AbsenceForm(
        @Nullable Long person,

        @NotNull(message = "web.error.required") @Nullable LocalDate firstDay,

        @NotNull(message = "web.error.required") @Nullable LocalDate lastDay,

        @Nullable Long substitute) {

    /** What single fields cannot tell. */
    List<FieldProblem> problems(LocalDate today, long whose) {
        var problems = new ArrayList<FieldProblem>();
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            problems.add(FieldProblem.of("lastDay", "assignment.error.days"));
        } else if (lastDay != null && lastDay.isBefore(today)) {
            problems.add(FieldProblem.of("lastDay", "assignment.error.past"));
        } else if (firstDay != null && lastDay != null && lastDay.isAfter(firstDay.plusYears(2))) {
            problems.add(FieldProblem.of("lastDay", "assignment.error.long"));
        }
        if (Objects.equals(substitute, whose)) {
            problems.add(FieldProblem.of("substitute", "assignment.error.self"));
        }
        return problems;
    }
}
