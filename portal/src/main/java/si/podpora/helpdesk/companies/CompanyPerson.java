package si.podpora.helpdesk.companies;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Somebody of a company.
 *
 * @param phone E.164; empty if not known
 * @param role own, company or administrator
 * @param state pending, admitted or ended
 * @param active whether the person can sign in at all
 */
public record CompanyPerson(
        long id,
        String name,
        String email,
        String phone,
        String department,
        String role,
        String state,
        boolean active) {

    static CompanyPerson of(ResultSet row, int index) throws SQLException {
        return new CompanyPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("department"),
                row.getString("role"),
                row.getString("state"),
                row.getBoolean("active"));
    }

    public boolean admitted() {
        return state.equals("admitted");
    }
}
