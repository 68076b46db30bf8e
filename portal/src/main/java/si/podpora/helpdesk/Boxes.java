package si.podpora.helpdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.files.UploadField;
import si.podpora.web.Form;
import si.podpora.web.FormKey;

/**
 * The two boxes as the page shows them.
 *
 * @param reply open only if something is written in it: the internal note is what one writes by default
 */
public record Boxes(Filled note, Filled reply) {

    /** The same with a further text in the reply. */
    Boxes inserting(String text) {
        var before = reply.text().isBlank() ? "" : reply.text().stripTrailing() + "\n\n";
        return new Boxes(note, new Filled(Box.REPLY, Form.of("reply", before + text), reply.upload(), null));
    }

    /**
     * What stands in a box.
     *
     * @param key the form's idempotency key
     * @param draftAt when the draft in it was kept; null if it is none
     */
    public record Filled(
            Box box,
            Form form,
            String key,
            UploadField upload,
            @Nullable Instant draftAt) {

        Filled(Box box, Form form, UploadField upload, @Nullable Instant draftAt) {
            this(box, form, FormKey.of(form).toString(), upload, draftAt);
        }

        /** The text in it. */
        public String text() {
            return form.value(box.field());
        }

        /** Whether there is anything in it. */
        public boolean filled() {
            return !text().isBlank() || !upload.kept().isEmpty() || form.hasProblems();
        }
    }
}
