package si.podpora.mail;

/**
 * Text for a header field: without line breaks and other control characters, so that nobody's name or title
 * becomes a header of its own (RFC 5322 section 2.2).
 */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
