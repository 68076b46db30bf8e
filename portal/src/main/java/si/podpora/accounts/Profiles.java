package si.podpora.accounts;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change about themselves. */
@Component
class Profiles {

    private final JdbcClient sql;

    Profiles(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What can be changed.
     *
     * @param phone E.164; empty for none
     * @param mobile E.164; empty for none
     */
    record Change(
            Salutation salutation,
            String firstName,
            String lastName,
            String phone,
            String mobile,
            String department,
            Locale language,
            ZoneId zone,
            boolean mailOnChange) {}

    @Transactional
    public void change(Actor me, Change change) {
        sql.sql("""
                update person set salutation = :salutation, first_name = :firstName, last_name = :lastName,
                    phone = :phone, mobile = :mobile, department = :department, language = :language,
                    time_zone = :zone, mail_on_change = :mailOnChange
                where id = :id
                """)
                .param("salutation", change.salutation().code())
                .param("firstName", change.firstName().strip())
                .param("lastName", change.lastName().strip())
                .param("phone", change.phone())
                .param("mobile", change.mobile())
                .param("department", change.department().strip())
                .param("language", change.language().getLanguage())
                .param("zone", change.zone().getId())
                .param("mailOnChange", change.mailOnChange())
                .param("id", me.id())
                .update();
    }
}
