package si.podpora.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One company has been taken up by another; published in the transaction that merges, so that every feature
 * moves what it keeps of the company.
 *
 * @param from key of the company that is no more
 * @param into key of the one that is left
 */
public record CompaniesMerged(long from, long into) {

    /** Runs a statement that takes both keys, {@code :from} and {@code :into}. */
    public void move(JdbcClient sql, String statement) {
        sql.sql(statement).param("from", from).param("into", into).update();
    }
}
