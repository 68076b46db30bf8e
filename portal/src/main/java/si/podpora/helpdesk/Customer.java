package si.podpora.helpdesk;

import java.util.List;
import si.podpora.cases.StatusReason;

/**
 * Who asks, as the help desk needs to know it beside a case.
 *
 * @param phone E.164; empty if not known
 * @param mobile E.164; empty if not given
 * @param wantsMail whether the person wants to be told of changes
 * @param belongings what the person's company has
 * @param others the company's other cases, or the person's without a company: open ones and then a few of the
 *     earlier ones, the last changed first
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
        Belongings belongings,
        List<OtherCase> others) {

    /** Those of the other cases that are open, or those that are not. */
    public List<OtherCase> others(boolean open) {
        return others.stream().filter(one -> one.status().closed() != open).toList();
    }

    /** How many of the other open cases are listed. */
    static final int MOST_OTHERS = 6;

    /** Another open case. */
    public record OtherCase(String number, String title, StatusReason status) {

        public String path() {
            return "/desk/cases/" + number;
        }
    }
}
