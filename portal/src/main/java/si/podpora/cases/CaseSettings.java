package si.podpora.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of cases' mail, {@code podpora.mail.*}.
 *
 * @param gather how long a mail about a change waits for further ones, to be one mail
 */
@ConfigurationProperties("podpora.mail")
record CaseSettings(@DefaultValue("2m") Duration gather) {}
