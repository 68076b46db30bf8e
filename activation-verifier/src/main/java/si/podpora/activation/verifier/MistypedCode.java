package si.podpora.activation.verifier;

/** A code was typed wrongly; tells where. */
public final class MistypedCode extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Mistake {
        /** A character that no code contains. */
        SYMBOL,
        /** The check symbol of a group does not fit. */
        GROUP,
        /** Symbols are missing. */
        TOO_SHORT,
        /** There are too many symbols. */
        TOO_LONG,
        /** Each group is right, but together they are no code: groups are missing or swapped. */
        WHOLE,
        /** A newer program wrote it. */
        FORMAT
    }

    private final Mistake mistake;
    private final int group;
    private final String text;

    private MistypedCode(Mistake mistake, int group, String text, String message) {
        super(message, null, false, false);
        this.mistake = mistake;
        this.group = group;
        this.text = text;
    }

    static MistypedCode symbol(int group, String symbol) {
        return new MistypedCode(Mistake.SYMBOL, group, symbol, "group " + group + " contains " + symbol);
    }

    static MistypedCode group(int group, String text) {
        return new MistypedCode(Mistake.GROUP, group, text, "group " + group + " (" + text + ") is mistyped");
    }

    static MistypedCode tooShort(int symbols, int expected) {
        return new MistypedCode(Mistake.TOO_SHORT, 0, "", symbols + " symbols instead of " + expected);
    }

    static MistypedCode tooLong(int symbols, int expected) {
        return new MistypedCode(Mistake.TOO_LONG, 0, "", symbols + " symbols instead of " + expected);
    }

    static MistypedCode whole() {
        return new MistypedCode(Mistake.WHOLE, 0, "", "the check sum of the whole code is wrong");
    }

    static MistypedCode format() {
        return new MistypedCode(Mistake.FORMAT, 0, "", "a code of an unknown format");
    }

    public Mistake mistake() {
        return mistake;
    }

    /** Which group is wrong, from 1; 0 if it is not one. */
    public int group() {
        return group;
    }

    /** The wrong group or symbol as it was read; empty if it is not one. */
    public String text() {
        return text;
    }
}
