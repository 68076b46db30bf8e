package si.podpora.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/**
 * The bytes of files, in a folder. While a file comes or goes, a folder with its id lies in
 * {@code unsettled}; whatever a broken upload or a crash leaves behind can be found there.
 */
@Component
class FileStore {

    private static final int CHUNK = 64 * 1024;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String CONTENT = "content";
    private static final String PREVIEW = "preview";

    private final Path root;

    FileStore(PodporaProperties settings) throws IOException {
        root = settings.dataDir().toAbsolutePath().normalize().resolve("files");
        Files.createDirectories(unsettled());
    }

    /** What has been received and is not yet kept. */
    record Received(Path content, long size, byte[] sha256) {}

    /**
     * Takes the bytes in, chunk by chunk, and makes sure that they are on the disk.
     *
     * @param most bytes; one more and the rest is not read
     * @throws FilesRefused if there are more, or none at all
     */
    Received receive(UUID id, String name, InputStream in, long most) throws IOException {
        var content = Files.createDirectory(unsettled(id)).resolve(CONTENT);
        var digest = sha256();
        var size = 0L;
        try (var out = FileChannel.open(content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var chunk = new byte[CHUNK];
            for (int read = next(in, chunk); read >= 0; read = next(in, chunk)) {
                size += read;
                if (size > most) {
                    throw new FilesRefused("files.error.tooLarge", "name", name, "max", most / MEGABYTE);
                }
                digest.update(chunk, 0, read);
                for (var bytes = ByteBuffer.wrap(chunk, 0, read); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        if (size == 0) {
            throw new FilesRefused("files.error.empty", "name", name);
        }
        return new Received(content, size, digest.digest());
    }

    private static int next(InputStream in, byte[] chunk) throws BrokenUpload {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw new BrokenUpload(e);
        }
    }

    /** Where a small picture is written to before {@link #keep}. */
    Path newPreview(UUID id) {
        return unsettled(id).resolve(PREVIEW);
    }

    /** Moves what was received to where it stays. */
    void keep(UUID id) throws IOException {
        var folder = folder(id);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder.resolve(".."));
            sync(root);
        }
        var preview = newPreview(id);
        if (Files.exists(preview)) {
            try (var written = FileChannel.open(preview, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(preview, preview(id), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unsettled(id).resolve(CONTENT), content(id), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Notes that a file is about to go; {@link #discard} or {@link #settle} follows. */
    void unsettle(UUID id) {
        try {
            Files.createDirectories(unsettled(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of the file is committed. */
    void settle(UUID id) {
        try {
            Files.deleteIfExists(unsettled(id).resolve(CONTENT));
            Files.deleteIfExists(newPreview(id));
            Files.deleteIfExists(unsettled(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all there is of a file. */
    void discard(UUID id) {
        try {
            Files.deleteIfExists(content(id));
            Files.deleteIfExists(preview(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settle(id);
    }

    /** When anything was last written for an unsettled file. */
    Instant lastTouched(Path unsettled) throws IOException {
        var content = unsettled.resolve(CONTENT);
        var at = Files.getLastModifiedTime(unsettled).toInstant();
        if (!Files.exists(content)) {
            return at;
        }
        var written = Files.getLastModifiedTime(content).toInstant();
        return written.isAfter(at) ? written : at;
    }

    Path content(UUID id) {
        return folder(id).resolve(id.toString());
    }

    Path preview(UUID id) {
        return content(id).resolveSibling(id + "." + PREVIEW);
    }

    Path unsettled() {
        return root.resolve("unsettled");
    }

    /** Two levels, so that no folder gets too many entries. */
    private Path folder(UUID id) {
        var name = id.toString();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    private Path unsettled(UUID id) {
        return unsettled().resolve(id.toString());
    }

    /** A new name in a folder is durable only once the folder itself is on the disk; Windows has no such call. */
    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
                opened.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
