package si.podpora.helpdesk.companies;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address bar asks of the list of companies.
 *
 * @param search as typed, without the blanks around it
 * @param toBeChecked only those that nobody has checked
 * @param after key of the company that the page before ended with; null for the first page
 */
public record CompanyQuery(
        String search, boolean toBeChecked, @Nullable Long after) {

    private static final int LONGEST = 100;

    static CompanyQuery of(String typed, boolean toBeChecked, @Nullable Long after) {
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return new CompanyQuery(
                text.substring(0, Math.min(LONGEST, text.length())).strip(), toBeChecked, after);
    }

    /**
     * Words to look for as a tsquery; every one begins a word of the name, or the tax number without its prefix.
     * Single letters, as in d. o. o., say nothing beside a word.
     */
    String words() {
        var words = Arrays.stream(search.toLowerCase(Locale.ROOT)
                        .replaceAll("\\b[a-z]{2} ?(?=[0-9]{5})", "")
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]", " ")
                        .split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(8)
                .toList();
        var longer = words.stream().filter(word -> word.length() > 1).toList();
        return (longer.isEmpty() ? words : longer)
                .stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** The same list with all companies or with those to be checked only. */
    public String address(boolean unchecked) {
        return address(unchecked, null);
    }

    /** The page after this company. */
    String addressAfter(long company) {
        return address(toBeChecked, company);
    }

    private String address(boolean unchecked, @Nullable Long place) {
        var address = UriComponentsBuilder.fromPath("/desk/companies");
        if (!search.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (unchecked) {
            address.queryParam("unchecked", "true");
        }
        if (place != null) {
            address.queryParam("after", place);
        }
        return address.encode().buildAndExpand(search).toUriString();
    }
}
