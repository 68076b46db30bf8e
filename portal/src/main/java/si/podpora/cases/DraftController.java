package si.podpora.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FormKey;
import si.podpora.web.Refusal;

/** Keeps and discards what is being typed. */
@Controller
@Access(Access.To.CUSTOMERS)
class DraftController {

    /** Characters of all fields together; no form that can be sent has more. */
    private static final int LONGEST = 40_000;

    private final Drafts drafts;
    private final CaseAccess access;

    DraftController(Drafts drafts, CaseAccess access) {
        this.drafts = drafts;
        this.access = access;
    }

    @PutMapping("/cases/new/draft")
    ResponseEntity<Void> keepCase(
            @AuthenticationPrincipal Actor me, @RequestParam(FormKey.FIELD) String key, HttpServletRequest request) {
        return keep(me, Drafts.NEW_CASE, key, request);
    }

    @PutMapping("/cases/{number}/draft")
    ResponseEntity<Void> keepNote(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(FormKey.FIELD) String key,
            HttpServletRequest request) {
        return keep(me, Drafts.note(canonical(me, number)), key, request);
    }

    @PostMapping("/cases/new/draft-removal")
    String removeCase(@AuthenticationPrincipal Actor me) {
        drafts.remove(me, Drafts.NEW_CASE);
        return "redirect:/cases/new";
    }

    @PostMapping("/cases/{number}/draft-removal")
    String removeNote(@AuthenticationPrincipal Actor me, @PathVariable String number) {
        var found = canonical(me, number);
        drafts.remove(me, Drafts.note(found));
        return "redirect:/cases/" + found + "#answer";
    }

    private CaseNumber canonical(Actor me, String number) {
        return CaseNumber.parse(number)
                .map(parsed -> access.find(me, parsed).number())
                .orElseThrow(Refusal.NotFound::new);
    }

    private ResponseEntity<Void> keep(Actor me, String form, String key, HttpServletRequest request) {
        var fields = fields(request);
        var length = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        drafts.keep(me, form, FormKey.of(key), fields);
        return ResponseEntity.noContent().build();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !name.equals(FormKey.FIELD)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }
}
