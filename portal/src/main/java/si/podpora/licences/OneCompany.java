package si.podpora.licences;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Companies;
import si.podpora.accounts.Company;
import si.podpora.web.FieldProblem;

/** The one company that is meant by what somebody of the help desk typed. */
@Component
class OneCompany {

    private static final int ENOUGH = 10;

    private final Companies companies;

    OneCompany(Companies companies) {
        this.companies = companies;
    }

    /**
     * Its key, by its tax number or the beginning of its name.
     *
     * @param problems takes up that there is none or more than one
     * @return null if there is a problem
     */
    @Nullable
    Long named(String field, String typed, List<FieldProblem> problems) {
        if (typed.isBlank()) {
            problems.add(FieldProblem.of(field, "web.error.required"));
            return null;
        }
        var found = companies.search(typed, ENOUGH);
        var exact = found.stream()
                .filter(company -> company.name().equalsIgnoreCase(typed.strip())
                        || company.taxNumber().equalsIgnoreCase(typed.strip()))
                .toList();
        var meant = exact.isEmpty() ? found : exact;
        if (meant.size() == 1) {
            return meant.getFirst().id();
        }
        problems.add(
                meant.isEmpty()
                        ? FieldProblem.of(field, "licences.desk.error.noCompany")
                        : FieldProblem.of(
                                field,
                                "licences.desk.error.severalCompanies",
                                "names",
                                String.join(
                                        ", ", meant.stream().map(Company::name).toList())));
        return null;
    }
}
