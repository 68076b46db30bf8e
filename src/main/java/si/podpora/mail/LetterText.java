package si.podpora.mail;

import java.util.List;
import si.podpora.web.PodporaProperties;

/** The plain text part of a letter. */
final class LetterText {

    private LetterText() {}

    static String of(Letter letter, PodporaProperties.Organisation organisation) {
        var text = new StringBuilder();
        if (!letter.eyebrow().isEmpty()) {
            text.append(letter.eyebrow()).append("\n\n");
        }
        text.append(letter.greeting()).append("\n\n");
        append(text, letter.blocks());
        if (letter.button() != null) {
            text.append(letter.button().words())
                    .append(":\n")
                    .append(letter.button().address())
                    .append("\n\n");
        }
        append(text, letter.after());
        text.append(organisation.legalName())
                .append("\n\n-- \n")
                .append(letter.reason())
                .append('\n');
        return text.toString();
    }

    private static void append(StringBuilder text, List<Letter.Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Letter.Block.Paragraph paragraph ->
                    text.append(paragraph.text()).append('\n');
                case Letter.Block.Facts facts ->
                    facts.facts()
                            .forEach(fact -> text.append(fact.name())
                                    .append(": ")
                                    .append(fact.value())
                                    .append('\n'));
                case Letter.Block.Quote quote -> {
                    text.append(quote.author()).append(", ").append(quote.at()).append(":\n");
                    quote.body()
                            .lines()
                            .forEach(line -> text.append("> ").append(line).append('\n'));
                }
                case Letter.Block.Code code -> text.append(code.text()).append('\n');
                case Letter.Block.Link link ->
                    text.append(link.words())
                            .append(":\n")
                            .append(link.address())
                            .append('\n');
            }
            text.append('\n');
        }
    }
}
