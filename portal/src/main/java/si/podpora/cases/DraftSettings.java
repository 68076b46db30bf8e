package si.podpora.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of drafts, {@code podpora.drafts.*}.
 *
 * @param kept how long a draft is kept after it was last changed, and the files that it names with it
 */
@ConfigurationProperties("podpora.drafts")
record DraftSettings(@DefaultValue("30d") Duration kept) {}
