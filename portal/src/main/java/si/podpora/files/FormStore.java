package si.podpora.files;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import si.podpora.web.PodporaProperties;

/**
 * Where the files of a form lie while a browser without JavaScript sends it: beside the store rather than in
 * the system's temporary folder, so that what a crash leaves there is found.
 */
@Configuration(proxyBeanMethods = false)
class FormStore {

    private final Path folder;

    FormStore(PodporaProperties settings) throws IOException {
        folder =
                settings.dataDir().toAbsolutePath().normalize().resolve("files").resolve("forms");
        Files.createDirectories(folder);
    }

    @Bean
    MultipartConfigElement multipart(MultipartProperties limits) {
        limits.setLocation(folder.toString());
        return limits.createMultipartConfig();
    }

    void removeBefore(Instant before) {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
