package si.podpora.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.web.SqlTime;

/** Cases put straight into the tables: single ones, or a hundred thousand in some ten seconds. */
public final class CaseRows {

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final CaseWords words;

    CaseRows(JdbcClient sql, TransactionTemplate transaction, CaseWords words) {
        this.sql = sql;
        this.transaction = transaction;
        this.words = words;
    }

    /** For tests of other features. */
    public static CaseRows of(JdbcClient sql, TransactionTemplate transaction) {
        return new CaseRows(sql, transaction, new CaseWords(sql));
    }

    /** Companies with two people each: keys of the first and the last of them. */
    public record Crowd(long first, long last) {}

    /** Companies, each with one person who sees all of it and one who sees the own cases. */
    public Crowd crowd(int companies) {
        return sql.sql(script("crowd.sql"))
                .param("companies", companies)
                .query(Crowd.class)
                .single();
    }

    /** Gives these companies so many cases altogether, with notes and words to find them by. */
    public void fill(Crowd crowd, int cases) {
        sql.sql(script("crowd-cases.sql"))
                .param("first", crowd.first())
                .param("last", crowd.last())
                .param("cases", cases)
                .update();
    }

    /** Fills without indexes and foreign keys, which takes a tenth of the time, and puts them back. */
    public void inBulk(Runnable filling) {
        transaction.executeWithoutResult(status -> {
            sql.sql(script("crowd-before.sql")).update();
            filling.run();
            sql.sql(script("crowd-after.sql")).update();
        });
        sql.sql("vacuum analyze").update();
    }

    /** The person of this company who sees all of it. */
    public long overseer(long company) {
        return sql.sql("select person_id from membership where company_id = :company and role = 'company'")
                .param("company", company)
                .query(Long.class)
                .single();
    }

    /** One open case, with its words. */
    String add(long requester, @Nullable Long company, String title, Instant at) {
        return add(requester, company, title, "", "", StatusReason.IN_PROGRESS, at);
    }

    String add(
            long requester,
            @Nullable Long company,
            String title,
            String reference,
            String serialNumber,
            StatusReason status,
            Instant at) {
        return transaction.execute(ignored -> {
            var id = sql.sql("select nextval(pg_get_serial_sequence('cases', 'id'))")
                    .query(Long.class)
                    .single();
            var number = String.format(Locale.ROOT, "CAS-%05d-T0M2L3", id);
            sql.sql("""
                    insert into cases (id, number, company_id, requester_id, submission_key, type, title, description,
                        status_reason, reference, serial_number, created_at, changed_at, closed_at)
                    overriding system value
                    values (:id, :number, :company, :requester, :key, 'support', :title, 'Opis.', :status, :reference,
                        :serial, :at, :at, case when :closed then :at end)
                    """)
                    .param("id", id)
                    .param("number", number)
                    .param("company", company, Types.BIGINT)
                    .param("requester", requester)
                    .param("key", UUID.randomUUID())
                    .param("title", title)
                    .param("status", status.code())
                    .param("reference", reference)
                    .param("serial", serialNumber)
                    .param("at", SqlTime.of(at))
                    .param("closed", status.closed())
                    .update();
            words.write(id);
            return number;
        });
    }

    /** A note on the case of this number, with its words. */
    void note(String number, long author, boolean byStaff, Visibility visibility, String body, Instant at) {
        transaction.executeWithoutResult(ignored -> {
            var id = sql.sql("""
                    insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
                    select id, :author, :byStaff, :visibility, :body, :key, :at from cases where number = :number
                    returning case_id
                    """)
                    .param("number", number)
                    .param("author", author)
                    .param("byStaff", byStaff)
                    .param("visibility", visibility.name().toLowerCase(Locale.ROOT))
                    .param("body", body)
                    .param("key", UUID.randomUUID())
                    .param("at", SqlTime.of(at))
                    .query(Long.class)
                    .single();
            words.write(id);
        });
    }

    private static String script(String name) {
        try {
            return new ClassPathResource(name, CaseRows.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
