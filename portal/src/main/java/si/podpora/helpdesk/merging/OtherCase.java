package si.podpora.helpdesk.merging;

import si.podpora.cases.StatusReason;

/** A case to choose. */
public record OtherCase(String number, String title, StatusReason status, String requester) {}
