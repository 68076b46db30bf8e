package si.podpora.mail;

import java.util.List;
import si.podpora.web.PodporaProperties;

/** The plain text part of a letter: sentences in short lines, links and codes whole. */
final class LetterText {

    /** RFC 5322 section 2.1.1 recommends at most 78. */
    private static final int WIDTH = 76;

    private final StringBuilder text = new StringBuilder();

    private LetterText() {}

    static String of(Letter letter, PodporaProperties.Organisation organisation) {
        var part = new LetterText();
        if (!letter.eyebrow().isEmpty()) {
            part.wrapped("", letter.eyebrow()).gap();
        }
        part.wrapped("", letter.greeting()).gap();
        part.blocks(letter.blocks());
        if (letter.button() != null) {
            part.link(letter.button().words(), letter.button().address()).gap();
        }
        part.blocks(letter.after());
        part.wrapped("", organisation.legalName()).gap();
        // The signature's line, which readers cut off when they answer (RFC 3676 section 4.3).
        part.line("-- ").wrapped("", letter.reason());
        return part.text.toString();
    }

    private void blocks(List<Letter.Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Letter.Block.Paragraph paragraph -> wrapped("", paragraph.text());
                case Letter.Block.Facts facts ->
                    facts.facts().forEach(fact -> wrapped("", fact.name() + ": " + fact.value()));
                case Letter.Block.Quote quote ->
                    wrapped("", quote.author() + ", " + quote.at() + ":")
                            .wrapped("> ", quote.body())
                            .wrapped("", quote.attached());
                case Letter.Block.Code code -> line(code.text());
                case Letter.Block.Link link -> link(link.words(), link.address());
            }
            gap();
        }
    }

    private LetterText link(String words, String address) {
        return wrapped("", words + ":").line(address);
    }

    private LetterText wrapped(String prefix, String paragraphs) {
        paragraphs.lines().forEach(paragraph -> wrapOne(prefix, paragraph));
        return this;
    }

    private void wrapOne(String prefix, String paragraph) {
        var line = new StringBuilder(prefix);
        for (var word : paragraph.strip().split(" +")) {
            var empty = line.length() == prefix.length();
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line.setLength(prefix.length());
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
        }
        line(line.toString());
    }

    private LetterText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private void gap() {
        text.append('\n');
    }
}
