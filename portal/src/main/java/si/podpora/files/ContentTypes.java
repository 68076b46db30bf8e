package si.podpora.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** What a file is, read from its content; programs and files that pretend to be something else are refused. */
@Component
class ContentTypes {

    /** Kinds that always begin in a known way: content that does not is something else. */
    private static final Set<String> ALWAYS_KNOWN = Set.of(
            ("jpg jpeg png gif webp bmp tif tiff heic pdf zip 7z rar gz docx xlsx pptx odt ods odp doc xls ppt msg"
                            + " mp4 mov avi wmv mp3")
                    .split(" "));

    private static final String MS_PROGRAM = "application/x-msdownload";

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * The media type of a file.
     *
     * @param name a cleaned name
     * @throws FilesRefused if it is a program, or not what its name says
     */
    String check(Path content, String name) {
        if (Programs.isByName(name)) {
            throw new FilesRefused("files.error.program", "name", name);
        }
        var head = head(content);
        if (Programs.isByContent(head)) {
            throw new FilesRefused("files.error.disguisedProgram", "name", name);
        }
        var byContent = detect(head, null);
        if (byContent.toString().equals(MS_PROGRAM)) {
            return MediaType.TEXT_PLAIN.toString(); // begins with the letters MZ and is no program
        }
        if (!fits(byContent, detect(new byte[0], name), name)) {
            throw new FilesRefused("files.error.disguised", "name", name, "extension", FileName.extension(name));
        }
        return byContent.equals(MediaType.OCTET_STREAM)
                ? MediaType.OCTET_STREAM.toString()
                : detect(head, name).getBaseType().toString();
    }

    private boolean fits(MediaType content, MediaType name, String fileName) {
        if (content.equals(MediaType.OCTET_STREAM)) {
            return !ALWAYS_KNOWN.contains(FileName.extension(fileName));
        }
        return name.equals(MediaType.OCTET_STREAM)
                || isKindOf(content, name)
                || isKindOf(name, content)
                || isSameSort(content, name)
                || (isTextual(content) && isTextual(name));
    }

    /** A picture with another picture's ending, a recording with another recording's: wrong, but no disguise. */
    private static boolean isSameSort(MediaType content, MediaType name) {
        return (isPicture(content) && isPicture(name)) || (isRecording(content) && isRecording(name));
    }

    private static boolean isPicture(MediaType type) {
        return type.getType().equals("image") && !type.getSubtype().contains("xml");
    }

    private static boolean isRecording(MediaType type) {
        return type.getType().equals("audio") || type.getType().equals("video");
    }

    /** Letters, tables, settings, logs: text of any kind. */
    private boolean isTextual(MediaType type) {
        return type.getType().equals("text")
                || type.getType().equals("message")
                || isKindOf(type, MediaType.TEXT_PLAIN)
                || isKindOf(type, MediaType.APPLICATION_XML);
    }

    private boolean isKindOf(MediaType type, MediaType general) {
        return !general.equals(MediaType.OCTET_STREAM)
                && (type.equals(general) || types.getMediaTypeRegistry().isInstanceOf(type, general));
    }

    private MediaType detect(byte[] head, @org.jspecify.annotations.Nullable String name) {
        var metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return types.detect(name != null && head.length == 0 ? null : new ByteArrayInputStream(head), metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] head(Path content) {
        try (var in = Files.newInputStream(content)) {
            return in.readNBytes(types.getMinLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
