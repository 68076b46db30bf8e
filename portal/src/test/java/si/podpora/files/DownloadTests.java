package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTests {

    @Test
    void givesTheNameInBothForms() {
        assertThat(Download.disposition("Poročilo \"1\"; č%.pdf"))
                .isEqualTo("attachment; filename=\"Poro_ilo _1_; __.pdf\";"
                        + " filename*=UTF-8''Poro%C4%8Dilo%20%221%22%3B%20%C4%8D%25.pdf");
        assertThat(Download.disposition("a-1_b.txt"))
                .isEqualTo("attachment; filename=\"a-1_b.txt\"; filename*=UTF-8''a-1_b.txt");
    }

    @Test
    void tellsNoTypeThatABrowserWouldRun() {
        assertThat(Download.type("text/html")).isEqualTo("application/octet-stream");
        assertThat(Download.type("image/svg+xml")).isEqualTo("application/octet-stream");
        assertThat(Download.type("application/xhtml+xml")).isEqualTo("application/octet-stream");
        assertThat(Download.type("image/png")).isEqualTo("image/png");
        assertThat(Download.type("application/pdf")).isEqualTo("application/pdf");
    }
}
