package si.podpora.files;

import java.text.Normalizer;
import java.util.Locale;

/** Names of uploaded files: only the last part, nothing unseen, nothing that a system would read otherwise. */
final class FileName {

    private static final int MOST_CHARACTERS = 150;

    private FileName() {}

    /** The name as it is stored and offered for saving; never empty. */
    static String clean(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var seen = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(FileName::isSeen)
                .map(c -> "<>:\"|?*".indexOf(c) >= 0 || Character.isWhitespace(c) ? forbidden(c) : c)
                .forEach(seen::appendCodePoint);
        // Windows drops dots and spaces at the end: "setup.exe." is a program there.
        var name = seen.toString().strip().replaceFirst("[. ]+$", "").replaceFirst("^[. ]+", "");
        return name.isEmpty() ? "file" : shortened(name);
    }

    /** The ending in lower case, without the dot; empty if there is none. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Control and format characters (bidirectional ones among them) and lone surrogates can hide an ending. */
    private static boolean isSeen(int c) {
        if (Character.isWhitespace(c)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static int forbidden(int c) {
        return Character.isWhitespace(c) ? ' ' : '_';
    }

    private static String shortened(String name) {
        if (name.length() <= MOST_CHARACTERS) {
            return name;
        }
        var extension = extension(name);
        var ending = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        var end = MOST_CHARACTERS - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).strip() + ending;
    }
}
