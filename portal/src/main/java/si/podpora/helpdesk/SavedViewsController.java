package si.podpora.helpdesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Staff;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** Views of the queue that people put together themselves. */
@Controller
@Access(Access.To.STAFF)
class SavedViewsController {

    private final SavedViews views;
    private final QueueMenus menus;
    private final Staff staff;
    private final Tags tags;

    SavedViewsController(SavedViews views, QueueMenus menus, Staff staff, Tags tags) {
        this.views = views;
        this.menus = menus;
        this.staff = staff;
        this.tags = tags;
    }

    @GetMapping("/desk/views")
    ModelAndView list(@AuthenticationPrincipal Actor me) {
        var view = new ModelAndView("views/list");
        view.addObject("views", views.all(me));
        return view;
    }

    /** As the queue stands that one comes from. */
    @GetMapping("/desk/views/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, @RequestParam Map<String, String> parameters, Form form) {
        if (!form.isEmpty()) {
            return form(null, form);
        }
        var menu = menus.of(me, QueueFilter.of(parameters, List.of()));
        var saved = parameters.containsKey("saved") ? menu.saved(parameters.get("saved")) : null;
        return form(null, SavedViewForm.of(QueueQuery.of(parameters, saved), menu.names()));
    }

    @PostMapping("/desk/views")
    ModelAndView create(
            @AuthenticationPrincipal Actor me,
            @Valid SavedViewForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problems = problems(null, typed);
        if (problems.isEmpty() && !errors.hasErrors() && views.full(me, typed.forAll())) {
            problems.add(FieldProblem.of("name", "views.error.full"));
        }
        if (errors.hasErrors() || !problems.isEmpty()) {
            return refused(null, Form.of(request, errors).with(problems));
        }
        var id = views.create(me, typed, looked(typed));
        Notices.leave(response, "views.notice.saved");
        return new ModelAndView("redirect:/desk?saved=" + id);
    }

    @GetMapping("/desk/views/{id}")
    ModelAndView show(@AuthenticationPrincipal Actor me, @PathVariable long id, Form form) {
        var view = views.editable(me, id);
        return form(view, form.isEmpty() ? SavedViewForm.of(view) : form);
    }

    @PostMapping("/desk/views/{id}")
    ModelAndView change(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @Valid SavedViewForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var view = views.editable(me, id);
        var problems = problems(view, typed);
        if (errors.hasErrors() || !problems.isEmpty()) {
            return refused(view, Form.of(request, errors).with(problems));
        }
        views.change(me, id, typed, looked(typed));
        Notices.leave(response, "views.notice.saved");
        return new ModelAndView("redirect:/desk?saved=" + id);
    }

    @PostMapping("/desk/views/{id}/removal")
    String remove(@AuthenticationPrincipal Actor me, @PathVariable long id, HttpServletResponse response) {
        views.remove(me, id);
        Notices.leave(response, "views.notice.removed");
        return "redirect:/desk/views";
    }

    /**
     * Moves it by one place.
     *
     * @param direction {@code up} or {@code down}
     */
    @PostMapping("/desk/views/{id}/place")
    String move(
            @AuthenticationPrincipal Actor me,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String direction) {
        views.move(me, id, direction.equals("up"));
        return "redirect:/desk/views";
    }

    /** Companies to choose from, once some letters stand there. */
    @GetMapping(path = "/desk/views/companies", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<String> companies(@RequestParam(defaultValue = "") String q) {
        return views.companies(q);
    }

    /** @param saved what is changed: it may keep an owner who has left the help desk; null for a new one */
    private List<FieldProblem> problems(@Nullable SavedView saved, SavedViewForm typed) {
        var problems = new ArrayList<FieldProblem>();
        typed.unknown().forEach(field -> problems.add(FieldProblem.of(field, "web.error.invalid")));
        var owner = typed.filter().ownerId();
        if (owner != null
                && (saved == null || !owner.equals(saved.filter().ownerId()))
                && staff.members().stream().noneMatch(member -> member.id() == owner)) {
            problems.add(FieldProblem.of("owner", "web.error.invalid"));
        }
        if (typed.statusOutside()) {
            problems.add(FieldProblem.of("status", "views.error.status"));
        }
        if (!blank(typed.company())
                && views.company(String.valueOf(typed.company())).isEmpty()) {
            problems.add(FieldProblem.of("company", "views.error.company"));
        }
        if (!blank(typed.tag()) && tags.find(String.valueOf(typed.tag())).isEmpty()) {
            problems.add(FieldProblem.of("tag", "views.error.tag"));
        }
        return problems;
    }

    private QueueFilter looked(SavedViewForm typed) {
        var company = blank(typed.company())
                ? null
                : views.company(String.valueOf(typed.company())).orElse(null);
        var tag = blank(typed.tag())
                ? null
                : tags.find(String.valueOf(typed.tag())).orElse(null);
        return typed.filter().withCompany(company).withTag(tag);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private ModelAndView refused(@Nullable SavedView saved, Form form) {
        return FormAgain.wrong(form(saved, form));
    }

    private ModelAndView form(@Nullable SavedView saved, Form form) {
        var view = new ModelAndView("views/form");
        view.addObject("saved", saved);
        view.addObject("form", form);
        view.addObject("staff", staff.members());
        return view;
    }
}
