package si.podpora.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.registration.captcha.CaptchaReader;
import si.podpora.registration.captcha.Captchas;

/** The words of the registration tests: Tina asks for access, reads the code in the picture, gets her mail. */
abstract class RegistrationTests extends PortalTests {

    static final String TINA = "tina.mlakar@kovinar.example";
    static final String PASSWORD = "trije-pingvini-na-saneh-93";

    private static final Pattern CODE = Pattern.compile("code=([A-Za-z0-9_-]{43})");

    @Autowired
    private Captchas captchas;

    /** A mail as it waits to be sent. */
    record Mail(String to, String subject, String text, String html, boolean secret, String purpose) {

        /** The code in the link. */
        String code() {
            var found = CODE.matcher(text);
            if (!found.find()) {
                throw new AssertionError("No code in:\n" + text);
            }
            return found.group(1);
        }
    }

    /** What Tina types; names and values in turn replace some of it. */
    static String[] tina(String... other) {
        var fields = new LinkedHashMap<String, String>(Map.of());
        var usual = List.of(
                "country",
                "SI",
                "salutation",
                "ms",
                "firstName",
                "Tina",
                "lastName",
                "Mlakar",
                "email",
                TINA,
                "phone",
                "01 568 08 00",
                "mobile",
                "",
                "department",
                "Vzdrževanje",
                "company",
                "Kovinar d.o.o.",
                "taxNumber",
                "SI 15012557",
                "language",
                "sl",
                "consent-service",
                "yes",
                "consent-problems",
                "yes");
        for (int i = 0; i < usual.size(); i += 2) {
            fields.put(usual.get(i), usual.get(i + 1));
        }
        for (int i = 0; i < other.length; i += 2) {
            fields.put(other[i], other[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** Fills in the form on the page and types the code of its picture. */
    Visitor.Answer sends(Visitor visitor, Visitor.Answer page, String... fields) {
        var all = new ArrayList<>(List.of("captchaCode", code(page)));
        all.addAll(List.of(fields));
        return visitor.submit(page, "/registration", all.toArray(String[]::new));
    }

    Visitor.Answer asks(String... other) {
        var visitor = visitor();
        return sends(visitor, visitor.get("/registration"), tina(other));
    }

    /** Tina asks for access; the code of her invitation. */
    String invited(String... other) {
        asks(other);
        return lastMail().code();
    }

    String code(Visitor.Answer page) {
        var captcha = page.page().selectFirst("input[name=captcha]");
        if (captcha == null) {
            throw new AssertionError("No code to read on the page:\n" + page.text());
        }
        return CaptchaReader.read(captchas, captcha.attr("value"));
    }

    List<Mail> mails() {
        return sql.sql("select recipient_address, subject, text, html, secret, purpose from outgoing_mail order by id")
                .query((row, index) -> new Mail(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6)))
                .list();
    }

    Mail lastMail() {
        return mails().getLast();
    }

    /** Opens the link, presses Registracija, chooses name and password. */
    Visitor.Answer redeems(Visitor visitor, String code, String... other) {
        var choice = visitor.submit(visitor.get("/invitation?code=" + code), "/invitation");
        var fields =
                new ArrayList<>(List.of("username", "tina", "password", PASSWORD, "passwordConfirmation", PASSWORD));
        for (int i = 0; i < other.length; i += 2) {
            var at = fields.indexOf(other[i]);
            if (at >= 0) {
                fields.set(at + 1, other[i + 1]);
            } else {
                fields.addAll(List.of(other[i], other[i + 1]));
            }
        }
        return visitor.submit(choice, "/invitation/redemption", fields.toArray(String[]::new));
    }

    <T> T one(Class<T> type, String select) {
        return sql.sql(select).query(type).single();
    }
}
