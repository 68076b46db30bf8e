package si.podpora.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in the recipient's language; the HTML part and the text part are both made of it.
 *
 * @param subject one line
 * @param eyebrow a short line above all: the case's number and owner; empty for none
 * @param greeting salutation
 * @param blocks what follows, in order
 * @param button the one thing to do; null if there is nothing to do
 * @param after small blocks below the button: a link to copy, a code to type
 * @param reason why the recipient gets this mail
 */
public record Letter(
        String subject,
        String eyebrow,
        String greeting,
        List<Block> blocks,
        @Nullable Button button,
        List<Block> after,
        String reason) {

    private static final int PREVIEW = 140;

    /** What the inbox shows beside the subject: the beginning of what the letter says. */
    public String preview() {
        var said = blocks.stream()
                .map(block -> switch (block) {
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.Quote quote -> quote.author() + ": " + quote.said();
                    case Block.Facts facts -> "";
                    case Block.Code code -> "";
                    case Block.Link link -> "";
                })
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
        if (said.length() <= PREVIEW) {
            return said;
        }
        var end = said.lastIndexOf(' ', PREVIEW);
        return said.substring(0, end > 0 ? end : PREVIEW) + "…";
    }

    /** A piece of a letter. */
    public sealed interface Block {

        /** A paragraph. */
        record Paragraph(String text) implements Block {}

        /** Names and values, in order. */
        record Facts(List<Fact> facts) implements Block {}

        /**
         * What somebody wrote; line breaks are kept.
         *
         * @param attached a sentence about the files that came with it; empty for none
         */
        record Quote(String author, String at, String body, String attached) implements Block {

            /** Without files. */
            public Quote(String author, String at, String body) {
                this(author, at, body, "");
            }

            /** What it says to a reader who sees no files: the words, or else what came instead of them. */
            String said() {
                return body.isBlank() ? attached : body;
            }
        }

        /** Something to copy or type, letter by letter. */
        record Code(String text) implements Block {}

        /** A link with its words. */
        record Link(String words, String address) implements Block {}
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    /** The one thing to do; the address is absolute. */
    public record Button(String words, String address) {}
}
