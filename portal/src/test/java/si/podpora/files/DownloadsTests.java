package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Files on their way back to people. */
class DownloadsTests extends StoredFilesTests {

    @Test
    void anAttachedFileIsReadByWhomItsFeatureAdmits() {
        var janez = actor(cast.janez());
        var file = upload(janez, "slika.png", Samples.png(900, 600));
        attach(janez, aCase(janez, 1), file);
        cast.boris();
        assertThat(as("janez").get(file.path()).status()).isEqualTo(200);
        assertThat(as("boris").get(file.path()).status()).isEqualTo(404);

        readers.admitted.add(cast.boris());
        assertThat(as("boris").get(file.path()).status()).isEqualTo(200);
        assertThat(as("boris").get(file.previewPath()).status()).isEqualTo(200);
    }

    @Test
    void aFileIsServedAsADownloadThatNothingRunsIn() {
        var janez = actor(cast.janez());
        var file = upload(janez, "Načrt \"A\".svg", Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        var browser = as("janez");
        var answer = browser.get(file.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        assertThat(answer.headers().get("content-type")).containsExactly("application/octet-stream");
        assertThat(answer.headers().get("content-disposition"))
                .containsExactly("attachment; filename=\"Na_rt _A_.svg\"; filename*=UTF-8''Na%C4%8Drt%20_A_.svg");
        assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().get("cache-control")).containsExactly("no-cache, private");
        assertThat(answer.headers().get("accept-ranges")).containsExactly("bytes");
        assertThat(answer.headers().get("content-length")).containsExactly("41");

        var part = browser.send(browser.request(file.path()).header("Range", "bytes=1-3"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("svg");
        assertThat(part.header("content-range")).isEqualTo("bytes 1-3/41");
        assertThat(part.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");

        var again = browser.send(browser.request(file.path()).header("If-None-Match", answer.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aPictureHasASmallPictureOfItself() {
        var janez = actor(cast.janez());
        var picture = upload(janez, "slika.jpg", Samples.jpeg(1600, 800));
        var none = upload(janez, "racun.pdf", Samples.pdf());
        assertThat(picture.preview()).isEqualTo(new Attachment.Preview("image/jpeg", 320, 160));
        var answer = as("janez").get(picture.previewPath());

        assertThat(answer.headers().get("content-type")).containsExactly("image/jpeg");
        assertThat(answer.headers().get("content-security-policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
        assertThat(answer.header("cache-control")).isEqualTo("max-age=3600, private");
        assertThat(as("janez").get(none.previewPath()).status()).isEqualTo(404);
    }
}
