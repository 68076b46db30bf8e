package si.podpora.helpdesk;

import si.podpora.cases.CaseNumber;
import si.podpora.web.Refusal;

/** Case numbers in addresses of the help desk. */
final class CaseAddress {

    private CaseAddress() {}

    /**
     * The number in an address, in any spelling.
     *
     * @throws Refusal.NotFound if it is none
     */
    static CaseNumber number(String inAddress) {
        return CaseNumber.parse(inAddress).orElseThrow(Refusal.NotFound::new);
    }

    /** Back to the case's page after a change. */
    static String redirect(CaseNumber number) {
        return "redirect:/desk/cases/" + number;
    }
}
