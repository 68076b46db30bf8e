package si.podpora.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.Page;

/** The list as it stands in the address bar, as a file. */
@Controller
@Access(Access.To.CUSTOMERS)
class CaseExportController {

    private final CaseExport export;

    CaseExportController(CaseExport export) {
        this.export = export;
    }

    @GetMapping("/cases/export.csv")
    void csv(
            @AuthenticationPrincipal Actor me,
            Page page,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        head(response, page, "csv", "text/csv;charset=UTF-8");
        export.csv(me, CaseListQuery.of(parameters), page, response.getOutputStream());
    }

    @GetMapping("/cases/export.xlsx")
    void xlsx(
            @AuthenticationPrincipal Actor me,
            Page page,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        head(response, page, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        export.xlsx(me, CaseListQuery.of(parameters), page, response.getOutputStream());
    }

    private static void head(HttpServletResponse response, Page page, String type, String contentType) {
        var name = page.say("cases.list.export.file") + "-"
                + LocalDate.ofInstant(page.clock().instant(), page.zone());
        response.setContentType(contentType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + type + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
