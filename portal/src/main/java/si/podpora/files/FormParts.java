package si.podpora.files;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The files in a form that a browser sent without JavaScript. */
@Component
class FormParts {

    /** Those that somebody chose; browsers send an empty one when nobody did. */
    List<Part> of(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return List.of();
        }
        try {
            return request.getParts().stream()
                    .filter(part -> part.getName().equals(UploadField.NAME))
                    .filter(part -> !name(part).isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException("A multipart form that is none", e);
        }
    }

    /** The name that the browser gave; empty if none. */
    String name(Part part) {
        var name = part.getSubmittedFileName();
        return name == null ? "" : name;
    }
}
