package si.podpora.licences;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.activation.verifier.ActivationFile;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Letter.Fact;
import si.podpora.mail.Outbox;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Words;

/** Sends the activation as a file and as text to copy, to whoever asked for it. */
@Component
class ActivationMail {

    private final Outbox outbox;
    private final Words words;
    private final LicenceWords licenceWords;
    private final PodporaProperties settings;

    ActivationMail(Outbox outbox, Words words, LicenceWords licenceWords, PodporaProperties settings) {
        this.outbox = outbox;
        this.words = words;
        this.licenceWords = licenceWords;
        this.settings = settings;
    }

    /** In the transaction in which it was issued. */
    void post(Actor to, Licence licence, long serialNumber, String jws) {
        var language = to.locale();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.say(language, "licences.field.serial"), Long.toString(serialNumber)));
        facts.add(new Fact(words.say(language, "licences.field.licence"), licence.number()));
        facts.add(new Fact(words.say(language, "licences.field.company"), licence.companyName()));
        facts.add(new Fact(words.say(language, "licences.field.product"), licenceWords.product(language, licence)));
        var blocks = List.<Block>of(
                new Block.Paragraph(words.say(language, "licences.mail.text")),
                new Block.Facts(facts),
                new Block.Paragraph(words.say(language, "licences.mail.copy")),
                new Block.Code(ActivationFile.armoured(jws)));
        outbox.post(
                new Envelope(to.id(), to.email(), to.fullName(), language, "licences.activated", null, false),
                new Letter(
                        words.say(language, "licences.mail.subject", "serial", Long.toString(serialNumber)),
                        "",
                        words.say(language, "licences.mail.greeting", "name", to.fullName()),
                        blocks,
                        new Letter.Button(
                                words.say(language, "licences.mail.button"),
                                settings.link("/activation/" + serialNumber)),
                        List.of(),
                        words.say(language, "licences.mail.reason")),
                List.of(SignedFiles.attachment(serialNumber, jws)));
    }
}
