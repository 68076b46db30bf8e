package si.podpora.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Outbox;
import si.podpora.web.Words;

/**
 * Writes letters about an account, all of one build: words under {@code accounts.mail.<kind>}, in the
 * person's language.
 */
@Component
class AccountMail {

    private final Outbox outbox;
    private final Words words;

    AccountMail(Outbox outbox, Words words) {
        this.outbox = outbox;
        this.words = words;
    }

    /**
     * Takes a letter, in the caller's transaction.
     *
     * @param kind part of the words' keys: {@code reset}
     * @param address where the button leads; null for a letter without one
     * @param secret whether the address holds a secret
     * @param arguments names and values for all texts of the letter
     */
    void post(Person person, String kind, @Nullable String address, boolean secret, Object... arguments) {
        var language = person.language();
        var prefix = "accounts.mail." + kind;
        var blocks = new ArrayList<Letter.Block>();
        for (int i = 1; words.has(prefix + ".text" + i); i++) {
            blocks.add(new Letter.Block.Paragraph(words.say(language, prefix + ".text" + i, arguments)));
        }
        var after = words.has(prefix + ".after")
                ? List.<Letter.Block>of(new Letter.Block.Paragraph(words.say(language, prefix + ".after", arguments)))
                : List.<Letter.Block>of();
        outbox.post(
                envelope(person, kind, language, secret),
                new Letter(
                        words.say(language, prefix + ".subject", arguments),
                        "",
                        words.say(language, "accounts.mail.greeting", "name", person.fullName()),
                        blocks,
                        address == null ? null : new Letter.Button(words.say(language, prefix + ".button"), address),
                        after,
                        words.say(language, "accounts.mail.reason")));
    }

    private static Envelope envelope(Person person, String kind, Locale language, boolean secret) {
        return new Envelope(person.id(), person.email(), person.fullName(), language, "accounts." + kind, null, secret);
    }
}
