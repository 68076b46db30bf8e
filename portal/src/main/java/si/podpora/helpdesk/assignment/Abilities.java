package si.podpora.helpdesk.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the help desk can do and takes.
 *
 * @param ownLanguage language of the person's own pages; it always counts
 * @param skills keys of the skills
 * @param skillNames the same by name
 * @param languages further languages
 * @param mostOpen cap on open cases; null for none
 * @param automatic whether cases may be given without being asked
 * @param version counts the edits
 */
public record Abilities(
        long personId,
        String name,
        String ownLanguage,
        List<Long> skills,
        List<String> skillNames,
        List<String> languages,
        @Nullable Integer mostOpen,
        boolean automatic,
        int version) {}
