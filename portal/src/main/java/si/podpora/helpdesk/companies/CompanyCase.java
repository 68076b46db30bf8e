package si.podpora.helpdesk.companies;

import java.time.Instant;
import si.podpora.cases.StatusReason;

/** One of a company's open cases; an empty owner is the help desk. */
public record CompanyCase(String number, String title, StatusReason status, String ownerName, Instant changedAt) {

    public String path() {
        return "/desk/cases/" + number;
    }
}
