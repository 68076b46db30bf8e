package si.podpora.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseFacts;
import si.podpora.web.Words;

/** What stands in braces in a template and is filled in for a case: {@code {customer}}. */
@Component
class Placeholders {

    /** In the order in which they are explained. */
    static final List<String> NAMES = List.of("customer", "company", "number", "title", "owner", "agent");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]{1,40})}");

    private final Words words;

    Placeholders(Words words) {
        this.words = words;
    }

    /** The first one in a text that means nothing, without its braces; empty if all are known. */
    static String unknown(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .orElse("");
    }

    /** The text for this case. What is filled in is not looked at again. */
    String fill(String text, CaseFacts facts, Actor me, Locale language) {
        var head = facts.head();
        var values = Map.of(
                "customer", facts.requester(),
                "company", facts.company(),
                "number", head.number().text(),
                "title", head.title(),
                "owner", head.ownerName().isEmpty() ? words.say(language, "cases.helpDesk") : head.ownerName(),
                "agent", me.fullName());
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
