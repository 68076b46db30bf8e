package si.podpora.cases;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import si.podpora.web.Page;

/**
 * A list as RFC 4180, UTF-8 with a byte order mark so that Excel reads the letters, with the separator that
 * Excel expects in the reader's language. No cell is taken for a formula (OWASP, CSV Injection).
 */
final class CaseExportCsv implements CaseExport.Sheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private final Page page;
    private final CSVPrinter csv;

    CaseExportCsv(OutputStream out, Page page) throws IOException {
        this.page = page;
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(page.locale().getLanguage().equals("en") ? ',' : ';')
                .get();
        csv = new CSVPrinter(writer, format);
        csv.printRecord(Arrays.stream(CaseListSort.values())
                .map(column -> page.say(column.words()))
                .toList());
    }

    @Override
    public void write(CaseListRow row) throws IOException {
        var cells = new ArrayList<String>();
        CaseExport.texts(row, page).forEach(text -> cells.add(inert(text)));
        cells.add(TIME.format(CaseExport.local(row.createdAt(), page)));
        cells.add(TIME.format(CaseExport.local(row.changedAt(), page)));
        csv.printRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static String inert(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
