package si.podpora.licences;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.FieldProblem;

/**
 * Issues the licences of a CSV file or an Excel workbook: all of them, or none while anything is wrong with a line.
 * Who corrects the table and sends it again would otherwise issue the right lines twice.
 */
@Component
public class LicenceImport {

    private final LicenceDesk desk;
    private final OneCompany companies;

    LicenceImport(LicenceDesk desk, OneCompany companies) {
        this.desk = desk;
        this.companies = companies;
    }

    /**
     * What became of a file.
     *
     * @param issued how many licences were issued
     * @param repeated how many lines had been imported with the same form before
     * @param refused the lines with which something is wrong; if there are any, nothing was issued
     */
    public record Report(int issued, int repeated, List<Refused> refused) {}

    /** A line with which something is wrong, as it is counted in the file, and what. */
    public record Refused(int line, String company, List<FieldProblem> problems) {}

    /**
     * Imports a file.
     *
     * @param form the form's key: sent twice, every line counts once
     */
    @Transactional
    Report read(InputStream file, String form, Actor by) throws IOException, LicenceTable.Unreadable {
        var refused = new ArrayList<Refused>();
        var all = new LinkedHashMap<Integer, NewLicence>();
        for (var line : LicenceTable.read(file)) {
            var problems = new ArrayList<FieldProblem>();
            var company = companies.named("company", line.cells().getOrDefault("company", ""), problems);
            var wanted = LicenceForm.read(line.cells(), company, problems);
            if (wanted != null) {
                desk.check(wanted, problems);
                all.put(line.number(), wanted);
            }
            if (!problems.isEmpty()) {
                refused.add(new Refused(line.number(), line.cells().getOrDefault("company", ""), problems));
            }
        }
        return refused.isEmpty() ? issue(all, form, by) : new Report(0, 0, refused);
    }

    private Report issue(Map<Integer, NewLicence> lines, String form, Actor by) {
        int issued = 0;
        for (var line : lines.entrySet()) {
            if (desk.issue(line.getValue(), by, form + ":" + line.getKey()).isPresent()) {
                issued++;
            }
        }
        return new Report(issued, lines.size() - issued, List.of());
    }
}
