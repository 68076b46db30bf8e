package si.podpora.coverage;

/** A system installed at a company. */
public record CustomerSystem(long id, long companyId, String identificationNumber, String name, String product) {}
