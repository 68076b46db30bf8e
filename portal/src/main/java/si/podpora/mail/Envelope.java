package si.podpora.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * To whom a letter goes and how it is kept.
 *
 * @param recipientId key of the person; null for somebody who is none yet
 * @param address e-mail address
 * @param name display name
 * @param language the letter's language
 * @param purpose what kind of letter: {@code registration.invitation}, {@code cases.changed}
 * @param thread mails that belong together to the recipient's mail program: {@code case-2580}; null for none
 * @param secret whether the letter holds a secret, so that its body is blanked once it is sent
 */
public record Envelope(
        @Nullable Long recipientId,
        String address,
        String name,
        Locale language,
        String purpose,
        @Nullable String thread,
        boolean secret) {}
