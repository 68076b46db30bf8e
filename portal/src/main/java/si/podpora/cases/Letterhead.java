package si.podpora.cases;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import si.podpora.cases.Correspondents.Correspondent;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Letter.Fact;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Words;

/** What all letters about a case have in common: its number, owner and title in their places, and why it came. */
@Component
class Letterhead {

    private final Words words;
    private final PodporaProperties settings;

    Letterhead(Words words, PodporaProperties settings) {
        this.words = words;
        this.settings = settings;
    }

    /**
     * The whole letter.
     *
     * @param button key of the words on the button, which leads to the case
     */
    Letter around(CaseHead found, Correspondent to, List<? extends Block> blocks, String button) {
        var language = to.language();
        return new Letter(
                found.number() + ": " + found.title(),
                words.say(
                        language,
                        "cases.mail.eyebrow",
                        "number",
                        found.number().text(),
                        "owner",
                        owner(found, language)),
                words.say(language, "cases.mail.greeting"),
                List.copyOf(blocks),
                new Letter.Button(
                        words.say(language, button),
                        settings.link((to.staff() ? "/desk/cases/" : "/cases/") + found.number())),
                List.of(),
                words.say(language, reason(found, to)));
    }

    /** What a case is called. */
    List<Fact> facts(CaseHead found, Locale language) {
        return List.of(
                new Fact(
                        words.say(language, "cases.field.number"),
                        found.number().text()),
                new Fact(words.say(language, "cases.field.title"), found.title()),
                new Fact(
                        words.say(language, "cases.field.type"),
                        words.say(language, found.type().words())));
    }

    private String owner(CaseHead found, Locale language) {
        return found.ownerName().isEmpty() ? words.say(language, "cases.helpDesk") : found.ownerName();
    }

    private static String reason(CaseHead found, Correspondent to) {
        if (to.staff()) {
            return "cases.mail.reason.staff";
        }
        return Objects.equals(to.id(), found.requesterId())
                ? "cases.mail.reason.customer"
                : "cases.mail.reason.participant";
    }
}
