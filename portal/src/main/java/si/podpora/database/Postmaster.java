package si.podpora.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The server process that a data directory's {@code postmaster.pid} names; it may be long gone. */
record Postmaster(long pid, Path directory) {

    static Optional<Postmaster> recordedIn(Path directory) throws IOException {
        try {
            List<String> lines = Files.readAllLines(fileIn(directory));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), directory));
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        }
    }

    static Path fileIn(Path directory) {
        return directory.resolve("postmaster.pid");
    }

    boolean aliveAsAnything() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Whether the process is really this directory's server and not a stranger that got the number later. */
    boolean running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info -> info.command()
                        .map(Path::of)
                        .filter(path -> path.getFileName().toString().startsWith("postgres"))
                        .isPresent())
                .flatMap(ProcessHandle.Info::arguments)
                .filter(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                .isPresent();
    }
}
