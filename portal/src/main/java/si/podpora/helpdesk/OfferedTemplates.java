package si.podpora.helpdesk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.web.Words;

/** The templates as they are offered for a case: filled in, in its customer's language where there is a text in it. */
@Component
public class OfferedTemplates {

    private final ReplyTemplates templates;
    private final Placeholders placeholders;

    OfferedTemplates(ReplyTemplates templates, Placeholders placeholders) {
        this.templates = templates;
        this.placeholders = placeholders;
    }

    /**
     * A template for a case.
     *
     * @param language of its text
     */
    public record Offered(long id, String name, String language, String text) {}

    List<Offered> all(Actor me, DeskCase found) {
        return templates.all().stream()
                .map(template -> offered(me, found, template))
                .toList();
    }

    Optional<Offered> find(Actor me, DeskCase found, long id) {
        return templates.find(id).map(template -> offered(me, found, template));
    }

    private Offered offered(Actor me, DeskCase found, ReplyTemplate template) {
        var wanted = Words.nearest(Locale.of(found.customer().language())).getLanguage();
        var texts = template.texts();
        var language =
                texts.containsKey(wanted) ? wanted : texts.keySet().iterator().next();
        var text = placeholders.fill(texts.getOrDefault(language, ""), found.facts(), me, Locale.of(language));
        return new Offered(template.id(), template.name(), language, text);
    }
}
