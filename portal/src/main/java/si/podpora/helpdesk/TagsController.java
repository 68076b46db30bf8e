package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Notices;

/** Tags on a case, and those to choose from. */
@Controller
@Access(Access.To.STAFF)
class TagsController {

    private final Tags tags;

    TagsController(Tags tags) {
        this.tags = tags;
    }

    @PostMapping("/desk/cases/{number}/tags")
    String add(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        Notices.leave(response, tags.add(me, asked, name) ? "tags.notice.added" : "tags.notice.refused");
        return CaseAddress.redirect(asked);
    }

    @PostMapping("/desk/cases/{number}/tags/{id}/removal")
    String remove(
            @AuthenticationPrincipal Actor me,
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response) {
        var asked = CaseAddress.number(number);
        tags.remove(me, asked, id);
        Notices.leave(response, "tags.notice.removed");
        return CaseAddress.redirect(asked);
    }

    /** What can be written in a field, once some letters stand there. */
    @GetMapping(path = "/desk/tags", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<String> suggest(@RequestParam(defaultValue = "") String q) {
        return tags.beginning(q);
    }
}
