package si.podpora.licences;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Days;
import si.podpora.web.FieldProblem;

/**
 * What a licence is issued from, typed into the form or read from a line of an import: one set of names and one
 * set of rules for both.
 */
final class LicenceForm {

    /** The fields, in the order of the form and of the import's columns. */
    static final List<String> FIELDS = List.of(
            "company",
            "system",
            "product",
            "edition",
            "modules",
            "employees",
            "terminals",
            "clients",
            "validUntil",
            "maintenanceUntil",
            "allowed");

    static final int MOST_INSTALLATIONS = 10_000;
    private static final int MOST = 10_000_000;
    private static final int LONGEST = 60;

    private LicenceForm() {}

    /**
     * The licence that is meant.
     *
     * @param companyId null if it has a problem already
     * @param problems takes up what is wrong
     * @return null if there are problems
     */
    static @Nullable NewLicence read(Map<String, String> typed, @Nullable Long companyId, List<FieldProblem> problems) {
        var product = typed.getOrDefault("product", "").strip();
        var edition = typed.getOrDefault("edition", "").strip();
        if (!product.matches("[a-z0-9-]{1,60}")) {
            problems.add(FieldProblem.of("product", "licences.desk.error.product"));
        }
        if (edition.isEmpty()) {
            problems.add(FieldProblem.of("edition", "web.error.required"));
        } else if (edition.length() > LONGEST) {
            problems.add(FieldProblem.of("edition", "web.error.tooLong", "max", LONGEST));
        }
        var employees = number("employees", typed.getOrDefault("employees", ""), 0, MOST, problems);
        var terminals = number("terminals", typed.getOrDefault("terminals", ""), 0, MOST, problems);
        var clients = number("clients", typed.getOrDefault("clients", ""), 0, MOST, problems);
        var validUntil = day("validUntil", typed.getOrDefault("validUntil", ""), problems);
        var maintenanceUntil = day("maintenanceUntil", typed.getOrDefault("maintenanceUntil", ""), problems);
        var allowed = number("allowed", typed.getOrDefault("allowed", ""), 1, MOST_INSTALLATIONS, problems);
        if (!problems.isEmpty() || companyId == null) {
            return null;
        }
        return new NewLicence(
                companyId,
                typed.getOrDefault("system", "").strip(),
                product,
                edition,
                modules(typed.getOrDefault("modules", "")),
                employees,
                terminals,
                clients,
                validUntil,
                maintenanceUntil,
                allowed);
    }

    /** A day as browsers send and spreadsheets export it, {@code 2027-01-31}; null if nothing was typed. */
    static @Nullable LocalDate day(String field, String typed, List<FieldProblem> problems) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Days.parse(typed);
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of(field, "licences.desk.error.day"));
            return null;
        }
    }

    static int number(String field, String typed, int least, int most, List<FieldProblem> problems) {
        var text = typed.strip();
        if (text.matches("\\d{1,8}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        problems.add(FieldProblem.of(field, "licences.desk.error.number", "least", least, "most", most));
        return least;
    }

    /** Codes with anything between them but letters, digits and hyphens. */
    private static List<String> modules(String typed) {
        return Arrays.stream(typed.split("[^\\p{L}\\p{N}-]+", -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
