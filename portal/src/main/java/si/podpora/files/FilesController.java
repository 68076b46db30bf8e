package si.podpora.files;

import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Refusal;

/** Files as downloads that no browser runs anything of, and small pictures of them. */
@Controller
@Access(Access.To.SIGNED_IN)
class FilesController {

    private static final String CLOSED = "default-src 'none'; sandbox";

    private final Attachments attachments;
    private final FileStore store;
    private final ObjectProvider<FileAccess> features;

    FilesController(Attachments attachments, FileStore store, ObjectProvider<FileAccess> features) {
        this.attachments = attachments;
        this.store = store;
        this.features = features;
    }

    /** The name in the address is for people; the file is found by its id. */
    @GetMapping("/files/{id}/{name}")
    ResponseEntity<Resource> show(@AuthenticationPrincipal Actor me, @PathVariable UUID id) {
        var file = readable(me, id);
        return closed(MediaType.parseMediaType(Download.type(file.mediaType())), CacheControl.noCache())
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(file.name()))
                .eTag(id.toString())
                .body(new FileSystemResource(store.content(id)));
    }

    @GetMapping("/files/{id}/preview")
    ResponseEntity<Resource> preview(@AuthenticationPrincipal Actor me, @PathVariable UUID id) {
        var file = readable(me, id);
        var preview = file.preview();
        if (preview == null) {
            throw new Refusal.NotFound();
        }
        var drawnAnew = !preview.mediaType().equals(Pictures.SHOWN_AS_IT_IS);
        return closed(MediaType.parseMediaType(preview.mediaType()), CacheControl.maxAge(Duration.ofHours(1)))
                .eTag(id + "-preview")
                .body(new FileSystemResource(drawnAnew ? store.preview(id) : store.content(id)));
    }

    private Attachment readable(Actor me, UUID id) {
        return attachments
                .find(id)
                .filter(file -> file.isLoose()
                        ? file.uploaderId() == me.id()
                        : features.stream().anyMatch(feature -> feature.mayRead(me, file)))
                .orElseThrow(Refusal.NotFound::new);
    }

    private static ResponseEntity.BodyBuilder closed(MediaType type, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache.cachePrivate())
                .header("Content-Security-Policy", CLOSED)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
