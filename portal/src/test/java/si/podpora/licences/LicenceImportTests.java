package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Tables of licences are issued as a whole, once. */
class LicenceImportTests extends LicenceTests {

    @Test
    void aTableIsImportedOnceAndOnlyWhenAllOfItIsRight() {
        cast.kovinar();
        cast.vesna();
        var vesna = as("vesna");
        var table = """
                company;product;edition;modules;employees;valid_until;installations;system
                15012557;time-and-space;standard;time|access;50;2027-01-31;2
                99999999;time-and-space;standard;;50;;1

                Kovinar;time-and-space;;;mnogo;31.1.2027;0
                Kovinar;time-and-space;enterprise;;;;1
                Kovinar;time-and-space;enterprise;;;;1;NI-GA
                """.getBytes(StandardCharsets.UTF_8);
        var form = vesna.get("/desk/licences/import");
        var report = vesna.submitFile(form, "/desk/licences/import", "table", table);
        assertThat(report.text())
                .contains("Nič ni uvoženo: popravite 3 vrstice", "Vrstica 3: 99999999", "Takšnega podjetja ni")
                .contains("Vrstica 5: Kovinar", "valid_until", "Tega datuma ni");
        assertThat(report.text()).contains("Vrstica 7: Kovinar", "Podjetje nima sistema");
        assertThat(report.status()).isEqualTo(422);
        assertThat(sql.sql("select count(*) from licence").query(Integer.class).single())
                .isZero();
        var corrected = """
                company;product;edition;modules;employees;valid_until;installations;system
                15012557;time-and-space;standard;time|access;50;2027-01-31;2
                Kovinar;time-and-space;enterprise;;;;1
                """.getBytes(StandardCharsets.UTF_8);
        var issued = vesna.submitFile(form, "/desk/licences/import", "table", corrected);
        assertThat(issued.text()).contains("Izdani sta 2 licenci.");
        var again = vesna.submitFile(form, "/desk/licences/import", "table", corrected);
        assertThat(again.text()).contains("2 vrstici sta bili uvoženi že prej.");
        assertThat(sql.sql("select count(*) from licence").query(Integer.class).single())
                .isEqualTo(2);
        assertThat(sql.sql("select array_to_string(modules, ' ') from licence order by id limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("time access");
        var endless = vesna.submitFile(
                form, "/desk/licences/import", "table", "x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        assertThat(endless.status()).isEqualTo(422);
        var picture = vesna.submitFile(form, "/desk/licences/import", "table", new byte[] {1, 2, 3});
        assertThat(picture.status()).isEqualTo(422);
        var broken =
                vesna.submitFile(form, "/desk/licences/import", "table", "PKxxxx".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.status()).isEqualTo(422);
    }

    @Test
    void anExcelWorkbookDoesAsWell() throws IOException {
        cast.kovinar();
        cast.vesna();
        var vesna = as("vesna");
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("1");
            var names = new String[] {"company", "product", "edition", "employees", "valid_until", "installations"};
            for (int column = 0; column < names.length; column++) {
                sheet.value(0, column, names[column]);
            }
            sheet.value(1, 0, 15012557);
            sheet.value(1, 1, "time-and-space");
            sheet.value(1, 2, "standard");
            sheet.value(1, 3, 50);
            sheet.value(1, 4, LocalDate.of(2027, 1, 31));
            sheet.style(1, 4).format("yyyy-mm-dd").set();
            sheet.value(1, 5, 3);
        }
        var report = vesna.submitFile(
                vesna.get("/desk/licences/import"), "/desk/licences/import", "table", bytes.toByteArray());
        assertThat(report.text()).contains("Izdana je 1 licenca.");
        assertThat(sql.sql("select valid_until || ' ' || installations from licence")
                        .query(String.class)
                        .single())
                .isEqualTo("2027-01-31 3");
    }
}
