package si.podpora.cases;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import si.podpora.web.Page;

/** A list as a workbook of Excel: texts are texts whatever they begin with, times are times. */
final class CaseExportWorkbook implements CaseExport.Sheet {

    /** No sheet of Excel holds more; the list goes on in the next one. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int ROWS_IN_MEMORY = 500;
    private static final int[] WIDTHS = {20, 48, 18, 20, 22, 26, 18, 18};

    private final Page page;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets = 0;
    private int row;

    CaseExportWorkbook(OutputStream out, Page page) throws IOException {
        this.page = page;
        workbook = new Workbook(out, "Podpora", "1.0");
        sheet = begin();
    }

    @Override
    public void write(CaseListRow listed) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = begin();
        }
        int column = 0;
        for (var text : CaseExport.texts(listed, page)) {
            sheet.inlineString(row, column++, text);
        }
        time(column++, listed.createdAt());
        time(column, listed.changedAt());
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.close();
    }

    private Worksheet begin() {
        var begun = workbook.newWorksheet(page.say("cases.list.export.file") + (sheets == 0 ? "" : " " + (sheets + 1)));
        sheets++;
        row = 1;
        begun.freezePane(0, 1);
        for (var column : CaseListSort.values()) {
            int index = column.ordinal();
            begun.width(index, WIDTHS[index]);
            begun.inlineString(0, index, page.say(column.words()));
            begun.style(0, index).bold().set();
        }
        return begun;
    }

    private void time(int column, Instant at) {
        sheet.value(row, column, CaseExport.local(at, page));
        sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
    }
}
