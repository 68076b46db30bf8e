package si.podpora.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Person;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Outbox;
import si.podpora.web.PodporaProperties;
import si.podpora.web.Secret;
import si.podpora.web.Times;
import si.podpora.web.Words;

/**
 * The letters of registration. They say nothing that the person who asked has typed: anybody can ask in the
 * name of anybody, and the portal carries nobody's messages. Whom a company invites, though, learns which one and
 * by whom.
 */
@Component
class InvitationMail {

    private final Outbox outbox;
    private final Words words;
    private final PodporaProperties settings;
    private final Hosts hosts;

    InvitationMail(Outbox outbox, Words words, PodporaProperties settings, Hosts hosts) {
        this.hosts = hosts;
        this.outbox = outbox;
        this.words = words;
        this.settings = settings;
    }

    /** The invitation with its code; in the caller's transaction. */
    void postInvitation(long id, AccessRequest request, Secret code, Instant expires) {
        var language = request.language();
        var organisation = settings.organisation();
        var invited = request.invitedBy() != null;
        var zone = ZoneId.of(organisation.timeZone());
        outbox.post(
                new Envelope(
                        null,
                        request.email(),
                        invited ? request.fullName() : "",
                        language,
                        "registration.invitation",
                        null,
                        true),
                new Letter(
                        words.say(
                                language,
                                "registration.mail.invitation.subject",
                                "portal",
                                organisation.portalName(),
                                "number",
                                "%07d".formatted(id)),
                        "",
                        words.say(language, "registration.mail.greeting"),
                        Stream.concat(
                                        why(language, request),
                                        Stream.of(new Block.Paragraph(words.say(
                                                language,
                                                "registration.mail.invitation.valid",
                                                "until",
                                                Times.minute(expires, language, zone)))))
                                .toList(),
                        new Letter.Button(
                                words.say(language, "registration.mail.invitation.button"),
                                settings.link("/invitation?code=" + code.text())),
                        List.of(
                                paragraph(language, "invitation.byHand"),
                                new Block.Link(
                                        words.say(language, "registration.mail.invitation.link"),
                                        settings.link("/invitation")),
                                new Block.Code(code.text())),
                        words.say(
                                language,
                                invited
                                        ? "registration.mail.invitation.invitedReason"
                                        : "registration.mail.invitation.reason")));
    }

    /** Tells somebody who asked for access to have it already; in the caller's transaction. */
    void postKnown(Person person) {
        var language = person.language();
        outbox.post(
                new Envelope(
                        person.id(), person.email(), person.fullName(), language, "registration.known", null, false),
                new Letter(
                        words.say(
                                language,
                                "registration.mail.known.subject",
                                "portal",
                                settings.organisation().portalName()),
                        "",
                        words.say(language, "registration.mail.greeting"),
                        List.of(paragraph(language, "known.text"), paragraph(language, "known.how")),
                        new Letter.Button(
                                words.say(language, "registration.mail.known.button"), settings.link("/sign-in")),
                        List.of(new Block.Link(
                                words.say(language, "registration.mail.known.forgotten"),
                                settings.link("/password/forgotten"))),
                        words.say(language, "registration.mail.known.reason")));
    }

    private Stream<Block> why(Locale language, AccessRequest request) {
        if (request.staffRole() != null) {
            return Stream.of(paragraph(language, "invitation.colleague"));
        }
        var host = hosts.of(request);
        if (host.isEmpty()) {
            return Stream.of(
                    paragraph(language, request.invitedBy() != null ? "invitation.invited" : "invitation.text"));
        }
        var company = host.get().company();
        var administrator = host.get().administrator();
        if (administrator == null) {
            return Stream.of(
                    paragraph(language, "invitation.invited"),
                    new Block.Paragraph(words.say(language, "registration.mail.invitation.into", "company", company)));
        }
        return Stream.of(
                new Block.Paragraph(words.say(
                        language,
                        "registration.mail.invitation.administrator",
                        "administrator",
                        administrator,
                        "company",
                        company)),
                paragraph(language, "invitation.portal"));
    }

    private Block paragraph(Locale language, String key) {
        return new Block.Paragraph(words.say(
                language,
                "registration.mail." + key,
                "name",
                settings.organisation().legalName()));
    }
}
