package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.accounts.Actor;

class CaseWordsTests extends CasesTests {

    @Test
    void aCaseIsFoundByItsTextWithoutSumniki() {
        submitted(janez());

        assertThat(finds(janez(), "pomoc")).isTrue();
        assertThat(finds(janez(), "urnika & nastavit:*")).isTrue();
        assertThat(finds(janez(), "oranzna")).isFalse();
    }

    @Test
    void aCaseIsFoundByItsNumber() {
        var number = submitted(janez());

        assertThat(finds(janez(), "'" + number.text().toLowerCase(Locale.ROOT) + "'"))
                .isTrue();
        assertThat(finds(janez(), "'1'")).isTrue();
    }

    @Test
    void aPublicNoteIsFoundByBothAndAnInternalOneByTheHelpDeskOnly() {
        var number = submitted(janez());
        says(ana(), number, "Preverite čitalnik.");
        remarks(ana(), number, "Stranka zamuja s plačilom.");

        assertThat(finds(janez(), "citalnik")).isTrue();
        assertThat(finds(janez(), "placilom")).isFalse();
        assertThat(finds(ana(), "placilom")).isTrue();
    }

    @Test
    void anEditKeepsInternalWordsInternal() {
        var number = submitted(janez());
        remarks(ana(), number, "Stranka zamuja s plačilom.");
        corrects(ana(), number, new CaseFields("Čitalnik", CaseType.SUPPORT, "", null, "", null, "AB 12", "N-7"));

        assertThat(finds(janez(), "citalnik")).isTrue();
        assertThat(finds(janez(), "ab12")).isTrue();
        assertThat(finds(janez(), "'n-7'")).isTrue();
        assertThat(finds(janez(), "urnika")).isFalse();
        assertThat(finds(janez(), "placilom")).isFalse();
        assertThat(finds(ana(), "placilom")).isTrue();
    }

    @Test
    void whatStandsInAngleBracketsIsFound() {
        var number = submitted(janez());
        says(janez(), number, "Napaka <script src=tiskanje.js>izpis</script> potem");
        remarks(ana(), number, "Strežnik vrne <script>odgovor");

        for (var word : List.of("izpis", "potem", "tiskanje", "js")) {
            assertThat(finds(janez(), word)).as(word).isTrue();
        }
        assertThat(finds(ana(), "odgovor")).isTrue();
        assertThat(finds(janez(), "odgovor")).isFalse();
    }

    @Test
    void nobodyWritesAScopeIntoANote() {
        var number = submitted(janez());
        says(janez(), number, CaseWords.ofCompany(cast.mlekarna()) + " '=c2' http://x.si/=c2 c2 ==c2 <=c2>");

        assertThat(finds(boris(), "pomoc")).isFalse();
    }

    private boolean finds(Actor who, String query) {
        return sql.sql("""
                select exists (select from case_search where
                    case when :staff then staff_words @@ cast(:query as tsquery)
                    else public_words @@ (cast(:query as tsquery) && cast(:scope as tsquery)) end)
                """)
                .param("staff", who.isStaff())
                .param("query", query)
                .param("scope", CaseWords.scope(who))
                .query(Boolean.class)
                .single();
    }
}
