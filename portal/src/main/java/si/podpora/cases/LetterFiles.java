package si.podpora.cases;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import si.podpora.files.Attachments;
import si.podpora.files.CaseFiles;
import si.podpora.files.FileSize;
import si.podpora.web.Words;

/**
 * Names the files of a case in its letters. The files themselves stay in the portal: a mail lies about on many
 * servers, and no mailbox takes a hundred megabytes.
 */
@Component
class LetterFiles {

    /** Past this many names a letter only counts. */
    private static final int MOST_NAMED = 20;

    private final Attachments attachments;
    private final Words words;

    LetterFiles(Attachments attachments, Words words) {
        this.attachments = attachments;
        this.words = words;
    }

    /** All files of a case, read once for a letter. */
    Named of(CaseHead found) {
        return new Named(attachments.ofCase(found.id()), words);
    }

    /** The files of a case, to be named note by note. */
    record Named(CaseFiles files, Words words) {

        /**
         * Which files came with a note, name and size of each; empty if none did.
         *
         * @param noteId null for those that came with the case itself
         */
        String sentence(@Nullable Long noteId, Locale language) {
            var all = files.of(noteId);
            if (all.isEmpty()) {
                return "";
            }
            var names = all.stream()
                    .limit(MOST_NAMED)
                    .map(file -> file.name() + " (" + FileSize.words(file.size(), language) + ")")
                    .collect(Collectors.joining(", "));
            return words.say(
                    language,
                    "cases.mail.files",
                    "n",
                    all.size(),
                    "files",
                    names,
                    "more",
                    Math.max(0, all.size() - MOST_NAMED));
        }
    }
}
