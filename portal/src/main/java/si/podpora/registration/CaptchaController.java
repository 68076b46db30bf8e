package si.podpora.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.registration.captcha.Captchas;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.Page;
import si.podpora.web.RateLimits;
import si.podpora.web.Refusal;

/** The code of the form: to see, to hear, and a new one. */
@Controller
@Access(Access.To.ANYONE)
class CaptchaController {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Captchas captchas;
    private final AccessRequestPages pages;
    private final RegistrationLimits limits;
    private final RateLimits rates;

    CaptchaController(Captchas captchas, AccessRequestPages pages, RegistrationLimits limits, RateLimits rates) {
        this.captchas = captchas;
        this.pages = pages;
        this.limits = limits;
        this.rates = rates;
    }

    @GetMapping("/registration/captcha/{id}/picture")
    ResponseEntity<Resource> picture(@PathVariable UUID id) {
        requireShowing("picture", id);
        return answer(captchas.picture(id), MediaType.IMAGE_PNG);
    }

    @GetMapping("/registration/captcha/{id}/sound")
    ResponseEntity<Resource> sound(@PathVariable UUID id, Page page) {
        requireShowing("sound", id);
        return answer(captchas.sound(id, page.locale()), WAV);
    }

    /** A new picture; the page with everything typed, or the picture's place alone for htmx. */
    @PostMapping("/registration/captcha")
    ModelAndView create(
            Form form,
            Page page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request) {
        if (htmx != null) {
            return pages.captchaOnly(request);
        }
        return pages.formWithNewPicture(form, request, page.locale());
    }

    /** The address stays in the bar after a new picture; who loads it again gets the form. */
    @GetMapping("/registration/captcha")
    String show() {
        return "redirect:/registration";
    }

    /** Only a code that somebody has got is counted: made-up ones would fill the table of counts. */
    private void requireShowing(String what, UUID id) {
        if (!captchas.isOpen(id)) {
            throw new Refusal.NotFound();
        }
        limits.requireShowing(rates, what, id);
    }

    /** A resource, because Safari plays only what can be asked for in ranges. */
    private static ResponseEntity<Resource> answer(Optional<byte[]> bytes, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(new ByteArrayResource(bytes.orElseThrow(Refusal.NotFound::new)));
    }
}
