package si.podpora.cases;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import si.podpora.web.FormKey;

/** An answer as it is sent; either words or files have to be there. */
record NoteForm(
        @Nullable String key,

        @Size(max = NewCaseForm.LONGEST_TEXT, message = "web.error.tooLong") @Nullable
        String body) {

    NewNote publicNote(List<UUID> files) {
        return new NewNote(FormKey.of(key), text(), Visibility.PUBLIC, files);
    }

    private String text() {
        return body == null ? "" : body;
    }
}
