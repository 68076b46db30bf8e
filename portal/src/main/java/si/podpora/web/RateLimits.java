package si.podpora.web;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often something may be done, counted in PostgreSQL for all copies of the portal. A count commits by
 * itself, whatever becomes of the request, so it is asked for before a transaction begins.
 */
@Component
public class RateLimits {

    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int REMOVED_AT_ONCE = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    RateLimits(DataSource database, Clock clock) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .clientClock(new WallClock(clock))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    /**
     * Counts one more and says whether it is allowed.
     *
     * @param key what is counted: {@code registration:network:192.0.2.0/24}; only its hash is stored
     * @param most how many are allowed at once; they come back evenly
     * @param per in which time all of them have come back
     * @throws IllegalStateException within a transaction: its connection would be held while waiting for another
     */
    public boolean allow(String key, int most, Duration per) {
        return bucket(key, most, per).tryConsume(1);
    }

    /** Whether one more would be allowed; counts nothing. For what is counted only when it has gone wrong. */
    public boolean wouldAllow(String key, int most, Duration per) {
        return bucket(key, most, per).getAvailableTokens() > 0;
    }

    /**
     * Counts one more.
     *
     * @throws Refusal.TooOften if it is one too many
     */
    public void require(String key, int most, Duration per) {
        if (!allow(key, most, per)) {
            throw new Refusal.TooOften();
        }
    }

    private BucketProxy bucket(String key, int most, Duration per) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Rate limits are asked before a transaction begins.");
        }
        // The limit is part of the key, so that a changed limit holds at once.
        var id = HexFormat.of().formatHex(Secret.hash(key + '|' + most + '|' + per));
        return buckets.getProxy(id, () -> limit(most, per));
    }

    /** Removes what has long come back. */
    int removeExpired() {
        int all = 0;
        int some;
        do {
            some = buckets.removeExpired(REMOVED_AT_ONCE);
            all += some;
        } while (some == REMOVED_AT_ONCE);
        return all;
    }

    private static BucketConfiguration limit(int most, Duration per) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(most).refillGreedy(most, per))
                .build();
    }

    /** The portal's clock as Bucket4j wants it; a wall clock, because several machines share the counts. */
    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
