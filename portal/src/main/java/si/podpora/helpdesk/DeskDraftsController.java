package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;
import si.podpora.files.UploadField;
import si.podpora.web.Access;
import si.podpora.web.Refusal;

/** Keeps and discards what somebody of the help desk is writing to a case, one for each box. */
@Controller
@Access(Access.To.STAFF)
class DeskDraftsController {

    private final Drafts drafts;
    private final CaseAccess access;

    DeskDraftsController(Drafts drafts, CaseAccess access) {
        this.drafts = drafts;
        this.access = access;
    }

    @PutMapping("/desk/cases/{number}/{box:note|reply}/draft")
    ResponseEntity<Void> keep(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable String box,
            @RequestParam UUID key,
            HttpServletRequest request) {
        var written = Box.valueOf(box.toUpperCase(Locale.ROOT));
        var fields = fields(request, Set.of(written.field(), UploadField.IDS));
        var length = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (length > Answer.LONGEST + 10_000) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        drafts.keep(me, written.draft(canonical(me, number)), key, fields);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/desk/cases/{number}/{box:note|reply}/draft-removal")
    String remove(@AuthenticationPrincipal Actor me, @PathVariable String number, @PathVariable String box) {
        var written = Box.valueOf(box.toUpperCase(Locale.ROOT));
        var found = canonical(me, number);
        drafts.remove(me, written.draft(found));
        return CaseAddress.redirect(found) + "#" + written.field();
    }

    private CaseNumber canonical(Actor me, String number) {
        return access.find(me, CaseNumber.parse(number).orElseThrow(Refusal.NotFound::new))
                .number();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request, Set<String> names) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (names.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }
}
