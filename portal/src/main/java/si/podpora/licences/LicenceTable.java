package si.podpora.licences;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** A table of licences as it comes in a file: CSV, or a workbook of Excel. */
final class LicenceTable {

    /** Lines of a file; more are several files. */
    static final int MOST_LINES = 5000;

    /** The columns' names, in whatever order; the same as of the form, with underscores. */
    static final List<String> COLUMNS = List.of(
            "company",
            "system",
            "product",
            "edition",
            "modules",
            "employees",
            "terminals",
            "clients",
            "valid_until",
            "maintenance_until",
            "installations");

    private static final byte[] ZIP = {'P', 'K'};

    /** Only its format tells a day from a number. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private LicenceTable() {}

    /** The file is no such table. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("no table with the columns", null, false, false);
        }
    }

    /**
     * A line that is not empty.
     *
     * @param number as it is counted in the file, from 1
     * @param cells by the names of {@link LicenceForm#FIELDS}
     */
    record Line(int number, Map<String, String> cells) {}

    /**
     * The lines below the columns' names.
     *
     * @throws Unreadable if it is no table with the columns, or has more than {@link #MOST_LINES}
     */
    static List<Line> read(InputStream content) throws IOException, Unreadable {
        var file = new BufferedInputStream(content);
        file.mark(ZIP.length);
        var begins = file.readNBytes(ZIP.length);
        file.reset();
        var rows = Arrays.equals(begins, ZIP) ? workbook(file) : csv(file);
        if (rows.isEmpty() || rows.size() > MOST_LINES + 1) {
            throw new Unreadable();
        }
        var names = rows.getFirst().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.containsAll(List.of("company", "product", "edition", "installations"))) {
            throw new Unreadable();
        }
        var lines = new ArrayList<Line>();
        for (int index = 1; index < rows.size(); index++) {
            var cells = cells(names, rows.get(index));
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Line(index + 1, cells));
            }
        }
        return lines;
    }

    /** Numbers that are left out are none. */
    private static Map<String, String> cells(List<String> names, List<String> row) {
        var cells = new HashMap<String, String>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            int at = names.indexOf(COLUMNS.get(column));
            var text = at >= 0 && at < row.size() ? row.get(at).strip() : "";
            var field = LicenceForm.FIELDS.get(column);
            var number = List.of("employees", "terminals", "clients").contains(field);
            cells.put(field, number && text.isEmpty() && rowHasText(row) ? "0" : text);
        }
        return cells;
    }

    private static boolean rowHasText(List<String> row) {
        return row.stream().anyMatch(cell -> !cell.isBlank());
    }

    private static List<List<String>> csv(InputStream file) throws IOException {
        var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        var table = text.startsWith("\ufeff") ? text.substring(1) : text;
        var first = table.lines().findFirst().orElse("");
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(first.contains(";") ? ';' : ',')
                .get();
        var rows = new ArrayList<List<String>>();
        try (var parser = format.parse(new StringReader(table))) {
            for (var row : parser) {
                rows.add(row.toList());
                if (rows.size() > MOST_LINES + 1) {
                    break;
                }
            }
        } catch (UncheckedIOException broken) {
            return List.of();
        }
        return rows;
    }

    private static List<List<String>> workbook(InputStream file) {
        var rows = new ArrayList<List<String>>();
        try (var workbook = new ReadableWorkbook(file, WITH_FORMATS);
                var stream = workbook.getFirstSheet().openStream()) {
            stream.limit(MOST_LINES + 2L).forEach(row -> {
                // Empty rows are not in the file, but they count.
                while (rows.size() < row.getRowNum() - 1 && rows.size() <= MOST_LINES) {
                    rows.add(List.of());
                }
                rows.add(texts(row));
            });
        } catch (IOException | ExcelReaderException broken) {
            return List.of();
        }
        return rows;
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            var cell = row.getOptionalCell(column).orElse(null);
            texts.add(cell == null ? "" : text(cell));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return Objects.requireNonNullElse(cell.getText(), "");
        }
        var format = Objects.requireNonNullElse(cell.getDataFormatString(), "").toLowerCase(Locale.ROOT);
        return format.contains("y") && format.contains("d")
                ? cell.asDate().toLocalDate().toString()
                : cell.asNumber().stripTrailingZeros().toPlainString();
    }
}
