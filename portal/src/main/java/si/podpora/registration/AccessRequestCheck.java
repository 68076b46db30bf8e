package si.podpora.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.People;
import si.podpora.accounts.PhoneNumber;
import si.podpora.accounts.Salutation;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Words;

/** Checks a request for access: what Bean Validation found, and the rules of the chosen country. */
final class AccessRequestCheck {

    private static final FieldOrder ORDER = FieldOrder.of(
            NewAccessRequest.class, Arrays.stream(ConsentKind.values()).map(AgreedConsents::field));

    private AccessRequestCheck() {}

    /** Everything that is wrong, one finding a field, in the order of the page. */
    static List<FieldProblem> problems(NewAccessRequest typed, List<FieldProblem> found, Form form) {
        var all = new ArrayList<>(found);
        if (Countries.in(Locale.ENGLISH).byCode(typed.country()).isEmpty()) {
            all.add(FieldProblem.of("country", "registration.country.invalid"));
        } else {
            if (PhoneNumber.parse(typed.country(), typed.phone()).isEmpty()) {
                all.add(FieldProblem.of("phone", PhoneNumber.INVALID));
            }
            if (!typed.mobile().isEmpty()
                    && PhoneNumber.parse(typed.country(), typed.mobile()).isEmpty()) {
                all.add(FieldProblem.of("mobile", PhoneNumber.INVALID));
            }
            if (TaxNumber.parse(typed.country(), typed.taxNumber()).isEmpty()) {
                all.add(FieldProblem.of("taxNumber", TaxNumber.INVALID));
            }
        }
        if (Arrays.stream(Salutation.values()).noneMatch(one -> one.code().equals(typed.salutation()))) {
            all.add(FieldProblem.of("salutation", "web.error.invalid"));
        }
        if (Words.LANGUAGES.stream().noneMatch(one -> one.getLanguage().equals(typed.language()))) {
            all.add(FieldProblem.of("language", "web.error.invalid"));
        }
        all.addAll(AgreedConsents.problems(form));
        return ORDER.firstOfEach(all);
    }

    /** The request, once nothing is wrong with it; consents are still to be added. */
    static AccessRequest checked(NewAccessRequest typed, UUID formKey) {
        var country = typed.country();
        return new AccessRequest(
                formKey,
                Salutation.of(typed.salutation()),
                typed.firstName(),
                typed.lastName(),
                People.canonical(typed.email()),
                PhoneNumber.parse(country, typed.phone()).orElseThrow().e164(),
                PhoneNumber.parse(country, typed.mobile())
                        .map(PhoneNumber::e164)
                        .orElse(""),
                typed.department(),
                typed.company(),
                TaxNumber.parse(country, typed.taxNumber()).orElseThrow().value(),
                country,
                Locale.of(typed.language()),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
