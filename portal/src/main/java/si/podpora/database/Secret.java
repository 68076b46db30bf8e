package si.podpora.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A random password (256 bits) in a file that only the portal's user can read. */
record Secret(Path file) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes the password unless the file is there. */
    void createIfMissing() throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        Files.deleteIfExists(file);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine("rw-------"))) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    String read() throws IOException {
        if (!Files.exists(file)) {
            throw StartFailure.passwordMissing(file);
        }
        return Files.readString(file).strip();
    }

    /** The given permissions, where the file system knows them. */
    static FileAttribute<?>[] onlyMine(String permissions) {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
