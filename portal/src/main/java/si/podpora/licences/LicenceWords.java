package si.podpora.licences;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import si.podpora.web.Words;

/** Products, editions and modules by the names that people know; by their codes if there is none. */
@Component
public class LicenceWords {

    private final Words words;

    LicenceWords(Words words) {
        this.words = words;
    }

    /** Product and edition. */
    public String product(Locale language, Licence licence) {
        return name(language, "product", licence.product()) + ", " + name(language, "edition", licence.edition());
    }

    /** The name of a product. */
    public String product(Locale language, String code) {
        return name(language, "product", code);
    }

    public String modules(Locale language, List<String> codes) {
        return codes.stream().map(code -> name(language, "module", code)).collect(Collectors.joining(", "));
    }

    private String name(Locale language, String kind, String code) {
        var key = "licences." + kind + "." + code;
        return words.has(key) ? words.say(language, key) : code;
    }
}
