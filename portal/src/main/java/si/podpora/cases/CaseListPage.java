package si.podpora.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import si.podpora.accounts.Actor;

/**
 * A page of the customer's list.
 *
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 * @param waiting how many own cases wait for the reader's details, counted up to a hundred
 * @param company whether the reader sees a company
 * @param companies those of the reader, to choose from; empty if there is only one
 * @param unfinished whether a search stopped before it had looked at everything; {@code next} goes on
 */
public record CaseListPage(
        CaseListQuery query,
        List<CaseListRow> rows,
        @Nullable String previous,
        @Nullable String next,
        int waiting,
        boolean company,
        boolean unfinished,
        List<Actor.Membership> companies) {

    /** The views to choose from. */
    public List<CaseListView> views() {
        return company ? ALL_VIEWS : OWN_VIEWS;
    }

    /** Name of a row's company where there are several; empty for others. */
    public String companyOf(CaseListRow row) {
        return companies.stream()
                .filter(one -> row.companyId() != null && one.companyId() == row.companyId())
                .map(Actor.Membership::companyName)
                .findFirst()
                .orElse("");
    }

    private static final List<CaseListView> ALL_VIEWS = List.of(CaseListView.values());
    private static final List<CaseListView> OWN_VIEWS =
            ALL_VIEWS.stream().filter(view -> view != CaseListView.COMPANY).toList();
}
