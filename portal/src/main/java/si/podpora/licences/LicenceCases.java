package si.podpora.licences;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.Cases;
import si.podpora.cases.NewCase;
import si.podpora.web.Words;

/** Opens a case about a licence, filled in with what the help desk needs. */
@Component
class LicenceCases {

    private static final int LONGEST = 4000;

    private final Cases cases;
    private final Words words;
    private final LicenceWords licenceWords;

    LicenceCases(Cases cases, Words words, LicenceWords licenceWords) {
        this.cases = cases;
        this.words = words;
        this.licenceWords = licenceWords;
    }

    /**
     * Submits it, once for each key of the form.
     *
     * @param typed what the person wrote; what the licence is comes with it
     */
    CaseNumber submit(Actor me, Licence licence, String key, String typed) {
        var language = me.locale();
        var facts = words.say(
                language,
                "licences.case.facts",
                "number",
                licence.number(),
                "product",
                licenceWords.product(language, licence),
                "used",
                licence.used(),
                "allowed",
                licence.allowed());
        var text = typed.strip();
        var said = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return cases.submit(
                me,
                new NewCase(
                        key(key),
                        CaseType.SUPPORT,
                        words.say(language, "licences.case.title", "number", licence.number()),
                        said.isEmpty() ? facts : said + "\n\n" + facts,
                        null,
                        licence.systemNumber() == null ? "" : licence.systemNumber(),
                        null,
                        "",
                        "",
                        null,
                        List.of(),
                        licence.companyId()));
    }

    private static UUID key(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
