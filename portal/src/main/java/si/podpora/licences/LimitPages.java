package si.podpora.licences;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.FormKey;

/** What pages need that offer to release an installation or to ask the help desk. */
@Component
class LimitPages {

    private final Releases releases;
    private final Activations activations;
    private final LicenceWords words;

    LimitPages(Releases releases, Activations activations, LicenceWords words) {
        this.releases = releases;
        this.activations = activations;
        this.words = words;
    }

    ModelAndView page(String template, Licence licence, List<Installation> installations) {
        return new ModelAndView(template)
                .addObject("licence", licence)
                .addObject("installations", installations)
                .addObject("mayDeclare", releases.mayDeclare(licence.id()))
                .addObject("today", activations.today())
                .addObject("key", FormKey.of("").toString())
                .addObject("words", words);
    }
}
