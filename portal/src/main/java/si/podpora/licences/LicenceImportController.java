package si.podpora.licences;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;

/** Issues many licences from a table. */
@Controller
@Access(Access.To.SUPERVISORS)
class LicenceImportController {

    private static final long LARGEST = 5_000_000;

    private final LicenceImport imports;

    LicenceImportController(LicenceImport imports) {
        this.imports = imports;
    }

    @GetMapping("/desk/licences/import")
    ModelAndView show() {
        return page(Form.of(FormKey.FIELD, FormKey.of("").toString()));
    }

    /** A table to fill in. */
    @GetMapping("/desk/licences/import/template.csv")
    ResponseEntity<String> template() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"licences.csv\"")
                .body("\ufeff" + String.join(";", LicenceTable.COLUMNS) + "\r\n");
    }

    @PostMapping("/desk/licences/import")
    ModelAndView read(
            @AuthenticationPrincipal Actor me,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @Nullable MultipartFile table,
            Form form)
            throws IOException {
        if (table == null || table.isEmpty()) {
            return wrong(form, "licences.import.missing");
        }
        if (table.getSize() > LARGEST) {
            return wrong(form, "licences.import.tooLarge");
        }
        try (var content = table.getInputStream()) {
            var report = imports.read(content, FormKey.of(key).toString(), me);
            var view = page(Form.of(FormKey.FIELD, FormKey.of("").toString())).addObject("report", report);
            if (!report.refused().isEmpty()) {
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            return view;
        } catch (LicenceTable.Unreadable e) {
            return wrong(form, "licences.import.unreadable");
        }
    }

    private static ModelAndView wrong(Form form, String words) {
        return FormAgain.wrong(page(form.with(FieldProblem.of("table", words))));
    }

    private static ModelAndView page(Form form) {
        return new ModelAndView("licences/desk-import")
                .addObject("form", form)
                .addObject("columns", String.join(", ", LicenceTable.COLUMNS));
    }
}
