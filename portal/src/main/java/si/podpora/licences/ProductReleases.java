package si.podpora.licences;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.activation.verifier.ProgramVersion;

/** When versions of the products were released. */
@Component
public class ProductReleases {

    private final JdbcClient sql;

    ProductReleases(JdbcClient sql) {
        this.sql = sql;
    }

    /** A version and its day. */
    public record Release(String product, ProgramVersion version, LocalDate day) {}

    /**
     * When a version was released: as the latest known one up to it. A version newer than all that are known
     * was released today, for nobody can have had it before.
     */
    LocalDate released(String product, ProgramVersion version, LocalDate today) {
        return sql.sql("""
                select (select released_on from product_release
                        where product = :product and (major, minor, patch) <= (:major, :minor, :patch)
                        order by major desc, minor desc, patch desc limit 1) as released,
                       exists (select from product_release
                        where product = :product and (major, minor) >= (:major, :minor)) as known
                """)
                .param("product", product)
                .param("major", version.major())
                .param("minor", version.minor())
                .param("patch", version.patch())
                .query((row, index) -> {
                    var released = row.getObject("released", LocalDate.class);
                    if (!row.getBoolean("known")) {
                        return today;
                    }
                    // Older than the first one that is known.
                    return released == null ? LocalDate.EPOCH : released;
                })
                .single();
    }

    /** All that are known, the latest first. */
    List<Release> all() {
        return sql.sql("select * from product_release order by product, major desc, minor desc, patch desc")
                .query((row, index) -> new Release(
                        row.getString("product"),
                        new ProgramVersion(row.getInt("major"), row.getInt("minor"), row.getInt("patch")),
                        row.getObject("released_on", LocalDate.class)))
                .list();
    }

    /** Enters a version, or corrects its day. */
    @Transactional
    public void enter(Release release) {
        sql.sql("""
                insert into product_release (product, major, minor, patch, released_on)
                values (:product, :major, :minor, :patch, :day)
                on conflict (product, major, minor, patch) do update set released_on = excluded.released_on
                """)
                .param("product", release.product())
                .param("major", release.version().major())
                .param("minor", release.version().minor())
                .param("patch", release.version().patch())
                .param("day", release.day())
                .update();
    }
}
