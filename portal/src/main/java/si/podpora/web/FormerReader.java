package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Whose session it was that has just run out; answered by the feature that keeps the sessions. */
public interface FormerReader {

    /** The person's key; null if nobody knows any more. */
    @Nullable
    Long of(HttpServletRequest request);
}
