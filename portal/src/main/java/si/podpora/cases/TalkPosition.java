package si.podpora.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in a conversation, by which it pages: before an entry, by time, sort and key.
 *
 * @param sort 0 for notes, 1 for events: what happened at the same time with a note comes after it
 */
record TalkPosition(Instant at, int sort, long id) {

    static TalkPosition before(Entry entry) {
        return new TalkPosition(entry.at(), entry instanceof Note ? 0 : 1, entry.id());
    }

    /** As it stands in an address. */
    String text() {
        return at + "~" + sort + "~" + id;
    }

    /** From an address; empty for anything that is no place. */
    static Optional<TalkPosition> parse(String text) {
        var parts = text.split("~", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new TalkPosition(
                            Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // a mistyped address shows the newest part
        }
    }
}
