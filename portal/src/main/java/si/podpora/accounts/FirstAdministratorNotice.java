package si.podpora.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/** Says in the log of an empty portal how to make its first administrator. */
@Component
class FirstAdministratorNotice implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorNotice.class);

    private final FirstAdministrator firstAdministrator;
    private final PodporaProperties settings;

    FirstAdministratorNotice(FirstAdministrator firstAdministrator, PodporaProperties settings) {
        this.firstAdministrator = firstAdministrator;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            return;
        }
        firstAdministrator
                .newLink()
                .ifPresent(link -> LOG.warn(
                        "This portal has no administrator yet. Open this link within {} hours to become the first"
                                + " one; it works once, and a new start replaces it: {}",
                        FirstAdministrator.VALID.toHours(),
                        link));
    }
}
