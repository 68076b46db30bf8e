package si.podpora.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.files.LooseFiles;
import si.podpora.files.UploadField;
import si.podpora.web.Form;
import si.podpora.web.SqlTime;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person has typed and not sent: one for each form, kept on the server, offered again. */
@Component
public class Drafts {

    /** The form of a new case. */
    static final String NEW_CASE = "new-case";

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;
    private final LooseFiles files;
    private final DraftSettings settings;
    private final Clock clock;

    Drafts(JdbcClient sql, JsonMapper json, LooseFiles files, DraftSettings settings, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /** A draft and when it was last kept. */
    public record Draft(Form form, Instant at) {}

    /** The name of the form for notes to a case. */
    public static String note(CaseNumber number) {
        return "note:" + number;
    }

    /** The name of the form for internal notes to a case. */
    public static String internal(CaseNumber number) {
        return "internal:" + number;
    }

    /** The drafts of these forms that there are, by the name of the form. */
    public Map<String, Draft> find(Actor me, List<String> forms) {
        return sql
                .sql("select form, fields, updated_at from draft where person_id = :me and form = any(:forms)")
                .param("me", me.id())
                .param("forms", forms.toArray(String[]::new))
                .query((row, index) -> Map.entry(
                        row.getString("form"),
                        new Draft(
                                Form.of(json.readValue(row.getString("fields"), FIELDS)),
                                SqlTime.instant(row, "updated_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Draft> find(Actor me, String form) {
        return sql.sql("select fields, updated_at from draft where person_id = :me and form = :form")
                .param("me", me.id())
                .param("form", form)
                .query((row, index) -> new Draft(
                        Form.of(json.readValue(row.getString("fields"), FIELDS)), SqlTime.instant(row, "updated_at")))
                .optional();
    }

    /**
     * Keeps what has been typed so far; nothing typed is no draft. What arrives after the form itself was
     * sent is dropped.
     *
     * @param key the form's idempotency key
     */
    @Transactional
    public void keep(Actor me, String form, UUID key, Map<String, List<String>> fields) {
        if (fields.values().stream().flatMap(List::stream).allMatch(String::isBlank)) {
            discard(me, form);
            return;
        }
        var kept = sql.sql("""
                insert into draft (person_id, form, fields, updated_at)
                select :me, :form, cast(:fields as jsonb), :now
                where not exists (select from cases where requester_id = :me and submission_key = :key)
                  and not exists (select from merged_case where requester_id = :me and submission_key = :key)
                  and not exists (select from note where author_id = :me and submission_key = :key)
                on conflict (person_id, form) do update set fields = excluded.fields, updated_at = excluded.updated_at
                """)
                .param("me", me.id())
                .param("form", form)
                .param("fields", json.writeValueAsString(fields))
                .param("now", SqlTime.of(clock.instant()))
                .param("key", key)
                .update();
        if (kept == 1) {
            files.keep(
                    me,
                    fields.getOrDefault(UploadField.IDS, List.of()),
                    clock.instant().plus(settings.kept()));
        }
    }

    /** What anybody has typed to a case is for the case that takes it up, after what that person has typed there. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CaseNumber from, CaseNumber into) {
        move(note(from), note(into));
        move(internal(from), internal(into));
    }

    private void move(String from, String into) {
        sql.sql("select person_id, fields, updated_at from draft where form = :from for update")
                .param("from", from)
                .query((row, index) ->
                        Map.entry(row.getLong("person_id"), json.readValue(row.getString("fields"), FIELDS)))
                .list()
                .forEach(draft -> {
                    var typed = new LinkedHashMap<String, List<String>>();
                    sql.sql("select fields from draft where person_id = :person and form = :into for update")
                            .param("person", draft.getKey())
                            .param("into", into)
                            .query(String.class)
                            .optional()
                            .ifPresent(there -> typed.putAll(json.readValue(there, FIELDS)));
                    draft.getValue()
                            .forEach((name, more) ->
                                    typed.merge(name, more, (before, after) -> joined(name, before, after)));
                    sql.sql("""
                            insert into draft (person_id, form, fields, updated_at)
                            select person_id, :into, cast(:fields as jsonb), updated_at from draft
                            where person_id = :person and form = :from
                            on conflict (person_id, form) do update set fields = excluded.fields
                            """)
                            .param("into", into)
                            .param("from", from)
                            .param("person", draft.getKey())
                            .param("fields", json.writeValueAsString(typed))
                            .update();
                });
        sql.sql("delete from draft where form = :from").param("from", from).update();
    }

    private static List<String> joined(String name, List<String> before, List<String> after) {
        var both = Stream.concat(before.stream(), after.stream())
                .filter(text -> !text.isBlank())
                .distinct();
        return name.equals(UploadField.IDS) ? both.toList() : List.of(both.collect(Collectors.joining("\n\n")));
    }

    /** Removes what has not been touched for long; the files that it named go when their own time is over. */
    public int removeOld() {
        return sql.sql("delete from draft where updated_at < :before")
                .param("before", SqlTime.of(clock.instant().minus(settings.kept())))
                .update();
    }

    /** Its person does not want it any more, nor its files. */
    @Transactional
    public void remove(Actor me, String form) {
        find(me, form).ifPresent(draft -> files.release(me, draft.form().all(UploadField.IDS)));
        discard(me, form);
    }

    /** It has become a case or a note, which took the files, or is empty. */
    @Transactional
    void discard(Actor me, String form) {
        sql.sql("delete from draft where person_id = :me and form = :form")
                .param("me", me.id())
                .param("form", form)
                .update();
    }
}
