package si.podpora.files;

import java.io.IOException;

/** The browser went away, or its connection broke, before the file had come whole. */
final class BrokenUpload extends IOException {

    BrokenUpload(IOException cause) {
        super("The file did not come whole", cause);
    }
}
