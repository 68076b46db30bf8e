package si.podpora.cases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.accounts.People;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Outbox;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Words;

/** Tells both sides which cases have changed hands: one mail for all of them. */
@Component
class HandoverMail {

    /** Past this many the list of cases says the rest. */
    private static final int MOST_NAMED = 30;

    private final Outbox outbox;
    private final People people;
    private final Words words;
    private final PodporaProperties settings;

    HandoverMail(Outbox outbox, People people, Words words, PodporaProperties settings) {
        this.outbox = outbox;
        this.people = people;
        this.words = words;
        this.settings = settings;
    }

    /** Tells whoever has the cases now, in the caller's transaction. */
    void taken(Actor by, long to, String before, List<Handovers.HandedOver> cases) {
        people.find(to).ifPresent(person -> {
            var language = Words.nearest(person.language());
            var who = by.isStaff() ? ".staff" : "";
            var blocks = new ArrayList<Block>();
            blocks.add(new Block.Paragraph(
                    words.say(language, "cases.handover.mail.text" + who, "name", before, "n", cases.size())));
            cases.stream()
                    .limit(MOST_NAMED)
                    .forEach(one -> blocks.add(new Block.Link(
                            one.number() + ": " + one.title(), settings.link("/cases/" + one.number()))));
            blocks.add(new Block.Paragraph(words.say(language, "cases.handover.mail.next")));
            outbox.post(
                    new Envelope(
                            person.id(), person.email(), person.fullName(), language, "cases.handover", null, false),
                    new Letter(
                            words.say(language, "cases.handover.mail.subject", "name", before, "n", cases.size()),
                            "",
                            words.say(language, "cases.mail.greeting"),
                            blocks,
                            new Letter.Button(words.say(language, "cases.handover.mail.open"), settings.link("/cases")),
                            List.of(),
                            words.say(language, "cases.handover.mail.reason" + who, "n", cases.size())));
        });
    }

    /** Tells whoever had them and still belongs to the company who has them now. */
    void given(Actor by, long from, String after, List<Handovers.HandedOver> cases) {
        people.find(from).ifPresent(person -> {
            var language = Words.nearest(person.language());
            var who = by.isStaff() ? ".staff" : "";
            var blocks = new ArrayList<Block>();
            blocks.add(new Block.Paragraph(
                    words.say(language, "cases.handover.given.text" + who, "name", after, "n", cases.size())));
            cases.stream()
                    .limit(MOST_NAMED)
                    .forEach(one -> blocks.add(new Block.Paragraph(one.number() + ": " + one.title())));
            blocks.add(new Block.Paragraph(words.say(language, "cases.handover.given.next")));
            outbox.post(
                    new Envelope(
                            person.id(),
                            person.email(),
                            person.fullName(),
                            language,
                            "cases.handover.given",
                            null,
                            false),
                    new Letter(
                            words.say(language, "cases.handover.given.subject", "name", after, "n", cases.size()),
                            "",
                            words.say(language, "cases.mail.greeting"),
                            blocks,
                            null,
                            List.of(),
                            words.say(language, "cases.handover.given.reason", "n", cases.size())));
        });
    }
}
