package si.podpora.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import si.podpora.accounts.Actor;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.MistypedCode;
import si.podpora.activation.verifier.RequestFile;
import si.podpora.web.FieldProblem;

/**
 * The form of an activation as it is sent.
 *
 * @param licence key of the licence that was chosen; empty or {@code key} if a licence key was typed
 * @param key the licence key as typed
 * @param code the installation code as typed
 * @param request the program's request file, or a photo of the QR code that it shows; null or empty if the code was typed
 */
record WishForm(
        @Nullable String licence,
        @Nullable String key,
        @Nullable String code,
        @Nullable MultipartFile request) {

    private static final int LONGEST_FILE = 2000;

    /** What the form wishes for, or what is wrong with it. */
    record Read(@Nullable Wish wish, List<FieldProblem> problems) {}

    Read read(Actor me, QrPhotos photos) {
        var problems = new ArrayList<FieldProblem>();
        var chosen = chosen();
        var typed = text(key);
        LicenceKey licenceKey = null;
        if (chosen == null && typed.isEmpty()) {
            problems.add(FieldProblem.of("licence", "licences.error.licence"));
        } else if (chosen == null) {
            try {
                licenceKey = LicenceKey.read(typed);
            } catch (MistypedCode wrong) {
                problems.add(Mistyping.of("key", wrong));
            }
        }
        var installation = installation(problems, photos);
        return problems.isEmpty() && installation != null
                ? new Read(new Wish(new Claimant(me), licenceKey, chosen, installation), List.of())
                : new Read(null, List.copyOf(problems));
    }

    private @Nullable Long chosen() {
        var text = text(licence);
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private @Nullable InstallationCode installation(List<FieldProblem> problems, QrPhotos photos) {
        var file = request == null || request.isEmpty() ? null : request;
        var field = file == null ? "code" : "request";
        try {
            var typed = file == null ? RequestFile.read(text(code)) : uploaded(file, photos);
            if (typed.isEmpty()) {
                problems.add(FieldProblem.of("code", "licences.error.code"));
                return null;
            }
            return InstallationCode.read(typed);
        } catch (MistypedCode wrong) {
            problems.add(Mistyping.of(field, wrong));
        } catch (NoCode photo) {
            problems.add(FieldProblem.of(field, "licences.error.photo"));
        } catch (IllegalArgumentException notOne) {
            problems.add(FieldProblem.of(field, file == null ? "licences.error.otherFile" : "licences.error.request"));
        }
        return null;
    }

    /** A photo on which no QR code can be read. */
    private static final class NoCode extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
    }

    private static String uploaded(MultipartFile file, QrPhotos photos) {
        if (file.getSize() > QrPhotos.LARGEST) {
            throw new IllegalArgumentException("Far too long for an installation code");
        }
        try {
            var bytes = file.getBytes();
            if (QrPhotos.isPhoto(bytes)) {
                return RequestFile.read(photos.read(bytes).orElseThrow(NoCode::new));
            }
            if (bytes.length > LONGEST_FILE) {
                throw new IllegalArgumentException("Far too long for an installation code");
            }
            return RequestFile.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
