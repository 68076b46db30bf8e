package si.podpora.helpdesk.companies;

/**
 * What a field says now, after somebody else has changed it.
 *
 * @param field key of the field's name
 */
public record Meanwhile(String field, String value) {}
