package si.podpora.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import si.podpora.files.CaseFiles;

/**
 * All fields of a case, as its page shows them; an empty text is none.
 *
 * @param author who wrote the description: the requester, unless the case was handed over since
 * @param company name of the company; empty until the requester is admitted to one
 * @param ownedSince null while the help desk has it
 * @param system name of the customer system; empty if the number is not known
 * @param warrantyRepair null where the type does not ask
 * @param follows number of the case that this one continues; empty for none
 * @param followedBy numbers of the cases that continue this one
 * @param files all that came with it and with its notes
 * @param participants who else takes part; customers see those who are admitted
 * @param tags the help desk's own; none for customers
 * @param present who else of the help desk has it open; none for customers
 * @param merged the cases that it has taken up
 * @param linked the cases that have to do with it; none for customers
 */
public record CaseFacts(
        CaseHead head,
        String description,
        String requester,
        long authorId,
        String author,
        String company,
        @Nullable Instant ownedSince,
        @Nullable Long entitlementId,
        String entitlement,
        String systemNumber,
        String system,
        @Nullable Boolean warrantyRepair,
        String serialNumber,
        String reference,
        Instant changedAt,
        String closedBy,
        String closingReason,
        String follows,
        List<String> followedBy,
        CaseFiles files,
        List<Participant> participants,
        List<Tag> tags,
        List<CasePresence.Present> present,
        List<MergedCase> merged,
        List<LinkedCase> linked) {

    /** Without what is the company's own: contract, system and reference. */
    CaseFacts forOutsiders() {
        return new CaseFacts(
                head,
                description,
                requester,
                authorId,
                author,
                company,
                ownedSince,
                null,
                "",
                "",
                "",
                warrantyRepair,
                serialNumber,
                "",
                changedAt,
                closedBy,
                closingReason,
                follows,
                followedBy,
                files,
                participants,
                tags,
                present,
                merged.stream().map(MergedCase::forOutsiders).toList(),
                linked);
    }

    /** What the help desk may correct. */
    public CaseFields fields() {
        return new CaseFields(
                head.title(),
                head.type(),
                description,
                entitlementId,
                systemNumber,
                warrantyRepair,
                serialNumber,
                reference,
                head.requesterId());
    }

    /** Path of the case's page. */
    public String path() {
        return "/cases/" + head.number();
    }

    /** Last moment at which a customer may open it again; null while it is open. */
    public @Nullable Instant reopenableUntil() {
        return head.reopenableUntil();
    }

    /** Days for which a customer may still open it again, a begun one counting as a whole. */
    public long reopenableDays(Instant now) {
        var until = reopenableUntil();
        return until == null
                ? 0
                : Math.max(
                        0,
                        Math.ceilDiv(
                                Duration.between(now, until).toSeconds(),
                                Duration.ofDays(1).toSeconds()));
    }

    /** Whether a customer may open it again. */
    public boolean reopenable(Instant now) {
        return head.reopenable(now);
    }
}
