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
import si.podpora.web.Refusal;

/** An activation that was issued: as a file, as text to copy, as a QR code, by mail. */
@Controller
@Access(Access.To.CUSTOMERS)
class ActivatedController {

    private final Licences licences;
    private final SignedFiles files;
    private final ActivationSending sending;
    private final LicenceWords words;

    ActivatedController(Licences licences, SignedFiles files, ActivationSending sending, LicenceWords words) {
        this.licences = licences;
        this.files = files;
        this.sending = sending;
        this.words = words;
    }

    @GetMapping("/activation/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var installation = licences.installation(me, id);
        return new ModelAndView("licences/activated")
                .addObject("installation", installation)
                .addObject("licence", licences.find(me, installation.licenceId()))
                .addObject(
                        "armoured",
                        files.of(installation).map(ActivationFile::armoured).orElse(""))
                .addObject("trial", files.areTrials())
                .addObject("words", words);
    }

    @GetMapping("/activation/{id}/file")
    ResponseEntity<String> file(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var file = signed(me, id);
        return ResponseEntity.ok()
                .contentType(SignedFiles.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(SignedFiles.name(id))
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    @GetMapping("/activation/{id}/qr")
    ResponseEntity<String> qr(@AuthenticationPrincipal Actor me, @PathVariable long id) {
        var file = signed(me, id);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(QrCode.svg(file));
    }

    @PostMapping("/activation/{id}/mail")
    String mail(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        sending.send(me, id);
        Notices.leave(response, "licences.notice.mailed");
        return "redirect:/activation/" + id;
    }

    private String signed(Actor me, long id) {
        return files.of(licences.installation(me, id)).orElseThrow(Refusal.NotFound::new);
    }
}
