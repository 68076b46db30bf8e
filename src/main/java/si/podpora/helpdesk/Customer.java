package si.podpora.helpdesk;

import java.util.List;
import si.podpora.cases.StatusReason;

/**
 * Who asks, as the help desk needs to know it beside a case.
 *
 * @param phone E.164; empty if not known
 * @param mobile E.164; empty if not given
 * @param wantsMail whether the person wants to be told of changes
 * @param others the company's other open cases, or the person's without a company; the last changed first
 */
public record Customer(
        long id,
        String name,
        String email,
        String phone,
        String mobile,
        String department,
        String language,
        boolean active,
        boolean wantsMail,
        List<OtherCase> others) {

    /** How many of the other cases are listed. */
    static final int MOST_OTHERS = 6;

    /** Another open case. */
    public record OtherCase(String number, String title, StatusReason status) {

        public String path() {
            return "/desk/cases/" + number;
        }
    }
}
