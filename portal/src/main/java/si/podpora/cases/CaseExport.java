package si.podpora.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.web.Page;

/** Writes the whole of a list, page after page, so that its size does not matter. */
@Component
class CaseExport {

    private static final int ROWS_AT_ONCE = 500;

    private final CaseList list;

    CaseExport(CaseList list) {
        this.list = list;
    }

    /** A file that rows are written to. */
    interface Sheet extends AutoCloseable {

        void write(CaseListRow row) throws IOException;

        @Override
        void close() throws IOException;
    }

    private interface Opening {

        Sheet open() throws IOException;
    }

    /** Comma-separated values, see docs/decisions/csv-for-excel.md. */
    void csv(Actor me, CaseListQuery query, Page page, OutputStream out) throws IOException {
        write(me, query, page.locale(), () -> new CaseExportCsv(out, page));
    }

    /** A workbook of Excel. */
    void xlsx(Actor me, CaseListQuery query, Page page, OutputStream out) throws IOException {
        write(me, query, page.locale(), () -> new CaseExportWorkbook(out, page));
    }

    /** The file is opened after the first rows are there: a failure before that is a page, not half a file. */
    private void write(Actor me, CaseListQuery asked, Locale locale, Opening opening) throws IOException {
        var query = asked.from(null).sized(ROWS_AT_ONCE);
        var found = list.find(me, query, locale);
        try (var sheet = opening.open()) {
            while (true) {
                for (var row : found.rows()) {
                    sheet.write(row);
                }
                var place = found.more() ? CaseListCursor.of(found.rows().getLast(), query.sort()) : found.end();
                if (place == null) {
                    return;
                }
                found = list.find(me, query.from(place), locale);
            }
        }
    }

    /** The cells of a row but for its two times, in the order of the columns. */
    static List<String> texts(CaseListRow row, Page page) {
        return List.of(
                row.number(),
                row.title(),
                page.say(row.type().words()),
                row.reference(),
                row.ownerName().isEmpty() ? page.say("cases.helpDesk") : row.ownerName(),
                page.say(row.status().words()));
    }

    /** A time as the reader's clock shows it. */
    static LocalDateTime local(Instant at, Page page) {
        return LocalDateTime.ofInstant(at, page.zone());
    }
}
