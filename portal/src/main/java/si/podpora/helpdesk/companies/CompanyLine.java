package si.podpora.helpdesk.companies;

/**
 * A line of the list of companies.
 *
 * @param formerly names of the companies that this one has taken up; empty for none
 * @param people how many belong to it, at most {@link CompanyList#MOST_COUNTED} + 1
 * @param cases how many of its cases are open, counted so far too
 */
public record CompanyLine(
        long id,
        String name,
        String country,
        String taxNumber,
        boolean toBeChecked,
        String formerly,
        int people,
        int cases) {

    public String path() {
        return "/desk/companies/" + id;
    }
}
