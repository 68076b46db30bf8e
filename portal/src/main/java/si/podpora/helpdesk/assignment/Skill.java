package si.podpora.helpdesk.assignment;

import java.util.List;

/**
 * What somebody of the help desk can know: a product or an area.
 *
 * @param terms a case needs the skill if its product or its words contain one, whatever the accents and capitals
 * @param people how many of the help desk have it
 * @param version counts the edits
 */
public record Skill(long id, String name, List<String> terms, int people, int version) {

    public String termsText() {
        return String.join(", ", terms);
    }
}
