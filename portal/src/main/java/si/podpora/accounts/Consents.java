package si.podpora.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;
import si.podpora.web.Words;

/**
 * Who agreed to what, in which words, when. The words stand in the bundles and may change; what somebody
 * read is kept under a version.
 */
@Component
public class Consents {

    private final JdbcClient sql;
    private final Words words;
    private final PodporaProperties settings;
    private final Clock clock;

    Consents(JdbcClient sql, Words words, PodporaProperties settings, Clock clock) {
        this.sql = sql;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** A consent with the version and language of its text and the time; kept with an access request, too. */
    public record Given(ConsentKind kind, int version, String language, Instant agreedAt) {}

    /** A consent that is in force, with the text as it was read. */
    public record InForce(ConsentKind kind, int version, String text, Instant agreedAt) {}

    /** The text as it reads now. */
    public String text(ConsentKind kind, Locale language) {
        return words.say(
                language,
                "accounts.consent." + kind.code() + ".text",
                "name",
                settings.organisation().legalName());
    }

    /** That somebody has just agreed to the text as it reads now; keeps the text if it is a new one. */
    @Transactional
    public Given agreed(ConsentKind kind, Locale language) {
        var spoken = Words.nearest(language).getLanguage();
        var version = sql.sql("""
                with latest as (
                    select version, text from consent_text
                    where kind = :kind and language = :language order by version desc limit 1
                ), added as (
                    insert into consent_text (kind, version, language, text)
                    select :kind, coalesce((select version from latest), 0) + 1, :language, :text
                    where not exists (select from latest where text = :text)
                    on conflict (kind, version, language) do update set text = consent_text.text
                    returning version
                )
                select version from added union all select version from latest where text = :text
                """)
                .param("kind", kind.code())
                .param("language", spoken)
                .param("text", text(kind, language))
                .query(Integer.class)
                .single();
        return new Given(kind, version, spoken, clock.instant());
    }

    /** Keeps a consent of a person; one of the same kind that is in force is replaced. */
    @Transactional
    public void give(long personId, Given given) {
        withdraw(personId, given.kind());
        sql.sql("""
                insert into consent (person_id, kind, version, language, agreed_at)
                values (:person, :kind, :version, :language, :at)
                """)
                .param("person", personId)
                .param("kind", given.kind().code())
                .param("version", given.version())
                .param("language", given.language())
                .param("at", SqlTime.of(given.agreedAt()))
                .update();
    }

    /** Ends a consent; that it was given stays on record. */
    @Transactional
    public void withdraw(long personId, ConsentKind kind) {
        sql.sql("""
                update consent set withdrawn_at = :now
                where person_id = :person and kind = :kind and withdrawn_at is null
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("person", personId)
                .param("kind", kind.code())
                .update();
    }

    /** What the person agrees to now. */
    public List<InForce> of(long personId) {
        return sql.sql("""
                select kind, version, text, agreed_at
                from consent join consent_text using (kind, version, language)
                where person_id = :person and withdrawn_at is null
                order by agreed_at, id
                """)
                .param("person", personId)
                .query((row, index) -> new InForce(
                        ConsentKind.of(row.getString("kind")),
                        row.getInt("version"),
                        row.getString("text"),
                        SqlTime.instant(row, "agreed_at")))
                .list();
    }
}
