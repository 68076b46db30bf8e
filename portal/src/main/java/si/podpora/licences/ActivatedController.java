package si.podpora.licences;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.activation.verifier.ActivationFile;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** An activation that was issued: as a file, as text to copy, as a QR code, by mail. */
@Controller
@Access(Access.To.CUSTOMERS)
class ActivatedController {

    /** RFC 7515, section 9.2.1. */
    private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

    private final Licences licences;
    private final ActivationSending sending;
    private final LicenceWords words;

    ActivatedController(Licences licences, ActivationSending sending, LicenceWords words) {
        this.licences = licences;
        this.sending = sending;
        this.words = words;
    }

    @GetMapping("/activation/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var installation = licences.installation(me, id);
        return new ModelAndView("licences/activated")
                .addObject("installation", installation)
                .addObject("licence", licences.find(me, installation.licenceId()))
                .addObject("armoured", ActivationFile.armoured(licences.file(id)))
                .addObject("words", words);
    }

    @GetMapping("/activation/{id}/file")
    ResponseEntity<String> file(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var installation = licences.installation(me, id);
        return ResponseEntity.ok()
                .contentType(JOSE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("time-and-space-" + id + ".activation")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(licences.file(installation.serialNumber()));
    }

    @GetMapping("/activation/{id}/qr")
    ResponseEntity<String> qr(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var installation = licences.installation(me, id);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(QrCode.svg(licences.file(installation.serialNumber())));
    }

    @PostMapping("/activation/{id}/mail")
    String mail(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        sending.send(me, id);
        Notices.leave(response, "licences.notice.mailed");
        return "redirect:/activation/" + id;
    }
}
