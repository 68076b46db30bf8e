package si.podpora.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import si.podpora.web.Access;
import si.podpora.web.Refusal;

/** The demonstration's mailbox: a mail program for whoever tries the portal. Without demo it is not there. */
@Controller
@ConditionalOnBooleanProperty("podpora.demo")
@Access(Access.To.ANYONE)
class MailboxController {

    /**
     * The mail's own styles and nothing that runs; links open beside the mailbox. Browsers heed
     * {@code frame-ancestors} before {@code X-Frame-Options}, which all pages have.
     */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    private static final List<String> PARTS = List.of("html", "text", "headers");

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/mailbox")
    ModelAndView list(
            @RequestParam(defaultValue = "") String to, @RequestParam(required = false) @Nullable Long before) {
        return view(to.strip(), before, null, "html");
    }

    @GetMapping("/demo/mailbox/{id}")
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "html") String part,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Long before) {
        var open = mailbox.open(id).orElseThrow(Refusal.NotFound::new);
        return view(to.strip(), before, open, PARTS.contains(part) ? part : "html");
    }

    @GetMapping("/demo/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var open = mailbox.open(id).filter(mail -> !mail.isBlanked()).orElseThrow(Refusal.NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Cache-Control", "no-store")
                .body(open.html().replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }

    /** A file of the mail, as a mail program saves it. */
    @GetMapping("/demo/mailbox/{id}/files/{index}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int index) {
        var files = mailbox.open(id).map(OpenMail::files).orElse(List.of());
        if (index < 1 || index > files.size()) {
            throw new Refusal.NotFound();
        }
        var file = files.get(index - 1);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.content());
    }

    private ModelAndView view(String to, @Nullable Long before, @Nullable OpenMail open, String part) {
        var found = mailbox.list(to, before);
        var mails = found.subList(0, Math.min(found.size(), Mailbox.PAGE));
        var model = new HashMap<String, @Nullable Object>();
        model.put("mails", mails);
        model.put(
                "older",
                found.size() > mails.size() ? address(to, mails.getLast().id()) : null);
        model.put("newest", before == null ? null : address(to, null));
        model.put("list", address(to, before));
        model.put("query", query(to, before));
        model.put("to", to);
        model.put("recipients", mailbox.recipients());
        model.put("open", open);
        model.put("part", part);
        return new ModelAndView("mail/mailbox", model);
    }

    private static String address(String to, @Nullable Long before) {
        return "/demo/mailbox" + query(to, before);
    }

    private static String query(String to, @Nullable Long before) {
        var query = UriComponentsBuilder.newInstance();
        if (!to.isEmpty()) {
            query.queryParam("to", "{to}");
        }
        if (before != null) {
            query.queryParam("before", before);
        }
        return query.encode().buildAndExpand(Map.of("to", to)).toUriString();
    }
}
