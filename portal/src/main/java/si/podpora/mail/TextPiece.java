package si.podpora.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of plain text, which may be a link: mail programs make links of addresses. */
public record TextPiece(String text, boolean link) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    static List<TextPiece> of(String text) {
        var pieces = new ArrayList<TextPiece>();
        var found = ADDRESS.matcher(text);
        var at = 0;
        while (found.find()) {
            pieces.add(new TextPiece(text.substring(at, found.start()), false));
            pieces.add(new TextPiece(found.group(), true));
            at = found.end();
        }
        pieces.add(new TextPiece(text.substring(at), false));
        return pieces;
    }
}
