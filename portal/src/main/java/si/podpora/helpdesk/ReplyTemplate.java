package si.podpora.helpdesk;

import java.util.Map;

/**
 * A text that the help desk replies with again and again.
 *
 * @param texts by language; at least one
 */
public record ReplyTemplate(long id, String name, Map<String, String> texts) {}
