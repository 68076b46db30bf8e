package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.Words;

/** A template as its form sends it: {@code name}, and {@code body-<language>} for each language of the portal. */
final class ReplyTemplateForm {

    static final int LONGEST_NAME = 100;
    static final int LONGEST = 10_000;

    private ReplyTemplateForm() {}

    static Form of(ReplyTemplate template) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("name", List.of(template.name()));
        template.texts().forEach((language, text) -> values.put("body-" + language, List.of(text)));
        return Form.of(values);
    }

    /** What was sent, with what is wrong with it. */
    static Form checked(HttpServletRequest request) {
        var form = Form.of(request);
        if (form.value("name").isBlank()) {
            form = form.with(FieldProblem.of("name", "web.error.required"));
        } else if (form.value("name").length() > LONGEST_NAME) {
            form = form.with(FieldProblem.of("name", "web.error.tooLong", "max", LONGEST_NAME));
        }
        if (texts(form).isEmpty()) {
            form = form.with(FieldProblem.of("body-" + Words.LANGUAGES.getFirst(), "templates.error.noText"));
        }
        for (var text : texts(form).entrySet()) {
            var field = "body-" + text.getKey();
            var unknown = Placeholders.unknown(text.getValue());
            if (text.getValue().length() > LONGEST) {
                form = form.with(FieldProblem.of(field, "web.error.tooLong", "max", LONGEST));
            } else if (!unknown.isEmpty()) {
                form = form.with(FieldProblem.of(field, "templates.error.placeholder", "name", "{" + unknown + "}"));
            }
        }
        return form;
    }

    /** The texts by language, those that there are. */
    static Map<String, String> texts(Form form) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : Words.LANGUAGES) {
            var text = form.value("body-" + language.getLanguage()).strip();
            if (!text.isEmpty()) {
                texts.put(language.getLanguage(), text.replace("\r\n", "\n"));
            }
        }
        return texts;
    }
}
