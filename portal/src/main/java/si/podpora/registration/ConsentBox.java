package si.podpora.registration;

/**
 * A consent to tick.
 *
 * @param field name and id of the box
 * @param title key of its heading
 * @param text what one agrees to, in the reader's language
 */
public record ConsentBox(String field, String title, String text, boolean required) {}
