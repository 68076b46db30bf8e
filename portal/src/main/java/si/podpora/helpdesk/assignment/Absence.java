package si.podpora.helpdesk.assignment;

import java.time.LocalDate;

/**
 * Days on which somebody of the help desk is away, first and last included.
 *
 * @param substitute name of who stands in; empty for nobody
 */
public record Absence(
        long id, long personId, String person, LocalDate firstDay, LocalDate lastDay, String substitute) {}
