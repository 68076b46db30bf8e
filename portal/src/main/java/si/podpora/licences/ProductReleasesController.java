package si.podpora.licences;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;

/** When the versions of the products were released: the maintenance of that day counts. */
@Controller
@Access(Access.To.SUPERVISORS)
class ProductReleasesController {

    private final ProductReleases releases;

    ProductReleasesController(ProductReleases releases) {
        this.releases = releases;
    }

    @GetMapping("/desk/licences/versions")
    ModelAndView show(Form typed) {
        return page(typed.isEmpty() ? Form.of("product", "time-and-space") : typed);
    }

    @PostMapping("/desk/licences/versions")
    ModelAndView enter(Form form, HttpServletResponse response) {
        var problems = new ArrayList<FieldProblem>();
        var product = form.value("product").strip();
        if (!product.matches("[a-z0-9-]{1,60}")) {
            problems.add(FieldProblem.of("product", "licences.desk.error.product"));
        }
        var version = version(form.value("version"));
        if (version == null) {
            problems.add(FieldProblem.of("version", "licences.desk.error.version"));
        }
        var day = LicenceForm.day("day", form.value("day"), problems);
        if (day == null && form.value("day").isBlank()) {
            problems.add(FieldProblem.of("day", "web.error.required"));
        }
        if (!problems.isEmpty() || version == null || day == null) {
            return FormAgain.wrong(page(form.with(problems)));
        }
        releases.enter(new ProductReleases.Release(product, version, day));
        Notices.leave(response, "licences.notice.version");
        return new ModelAndView("redirect:/desk/licences/versions");
    }

    private static @Nullable ProgramVersion version(String typed) {
        try {
            return ProgramVersion.of(typed.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private ModelAndView page(Form form) {
        return new ModelAndView("licences/desk-versions")
                .addObject("form", form)
                .addObject("releases", releases.all());
    }
}
