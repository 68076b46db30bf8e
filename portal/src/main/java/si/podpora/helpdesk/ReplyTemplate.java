package si.podpora.helpdesk;

import java.util.Map;

/**
 * A text that the help desk replies with again and again.
 *
 * @param texts by language; at least one
 */
public record ReplyTemplate(long id, String name, Map<String, String> texts) {

    /** What it says, on one line: in this language where there is a text in it. */
    public String line(String language) {
        return texts.getOrDefault(language, texts.values().iterator().next())
                .replaceAll("\\s+", " ")
                .strip();
    }
}
