package si.podpora.licences;

import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;

/** The vocabulary of the tests about licences. */
abstract class LicenceTests extends PortalTests {

    @Autowired
    protected LicenceDesk desk;

    protected LicenceStage stage() {
        return new LicenceStage(desk, sql);
    }
}
