package si.podpora.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The organisation's colour as a style sheet, because pages allow no inline style. */
@Controller
class OrganisationStyleController {

    private final String style;

    OrganisationStyleController(PodporaProperties settings) {
        var accent = settings.organisation().accent();
        if (!accent.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(
                    "podpora.organisation.accent must be a colour such as #0b5cad, not " + accent);
        }
        style = ":root { --accent: " + accent + "; }";
    }

    @GetMapping("/organisation.css")
    @Access(Access.To.ANYONE)
    ResponseEntity<String> show() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(style);
    }
}
