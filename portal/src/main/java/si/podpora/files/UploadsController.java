package si.podpora.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.RateLimits;

/** Files that come one by one while somebody still fills in the form. */
@Controller
@Access(Access.To.SIGNED_IN)
class UploadsController {

    private static final int AN_HOUR = 300;

    private final Attachments attachments;
    private final CleanUp cleanUp;
    private final RateLimits limits;

    UploadsController(Attachments attachments, CleanUp cleanUp, RateLimits limits) {
        this.attachments = attachments;
        this.cleanUp = cleanUp;
        this.limits = limits;
    }

    /** The body is the file itself: it goes to its place without a stop in between. */
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ModelAndView create(@AuthenticationPrincipal Actor me, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        limits.require("files:" + me.id(), AN_HOUR, Duration.ofHours(1));
        var file = attachments.upload(me, name, request.getInputStream());
        return new ModelAndView("files/kept", Map.of("file", file), HttpStatus.CREATED);
    }

    @PostMapping("/files/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor me, @PathVariable UUID id) {
        cleanUp.remove(me, id);
    }

    @ExceptionHandler
    ModelAndView refuse(FilesRefused refused) {
        return new ModelAndView(
                "files/refused", Map.of("problem", refused.problem()), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Nobody reads the answer any more; nothing of the file is left. */
    @ExceptionHandler(BrokenUpload.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void broken() {}
}
