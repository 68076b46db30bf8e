package si.podpora.files;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of files, {@code podpora.files.*}.
 *
 * @param maxSize largest file
 * @param maxCaseSize all files of a case together
 * @param maxLooseSize all files together that one person has uploaded and not submitted
 */
@ConfigurationProperties("podpora.files")
record FilesSettings(
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("100MB") DataSize maxCaseSize,
        @DefaultValue("200MB") DataSize maxLooseSize) {}
