package si.podpora.web;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal's own settings, {@code podpora.*}; each is described in docs/configuration.md.
 *
 * @param dataDir folder for the embedded database and the files
 * @param baseUrl where people reach the portal; every link in a mail begins with it
 * @param demo whether invented companies, people and cases are there to try the portal with
 */
@ConfigurationProperties("podpora")
public record PodporaProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue Organisation organisation) {

    /** An absolute address in the portal, for mails. */
    public String link(String path) {
        var base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Whether browsers reach the portal over https, so that cookies are marked Secure. */
    public boolean overHttps() {
        return "https".equals(baseUrl.getScheme());
    }

    /**
     * Who runs the portal.
     *
     * @param name short name, in the header
     * @param legalName name in consents and at the foot of mails
     * @param portalName how the portal calls itself in mails
     * @param accent the organisation's colour, CSS notation
     * @param logo address of a picture for the header; empty: the name is written
     * @param sender address that mails come from
     * @param senderName name that mails come from
     * @param supportAddress where the help desk reads mail
     * @param privacyUrl privacy statement
     * @param termsUrl general terms of maintenance
     * @param priceListUrl price list of services
     * @param timeZone zone of people who have not chosen one
     */
    public record Organisation(
            @DefaultValue("Spica International") String name,
            @DefaultValue("Spica International d.o.o.") String legalName,
            @DefaultValue("Špica portal") String portalName,
            @DefaultValue("#0b5cad") String accent,
            @DefaultValue("") String logo,
            @DefaultValue("podpora@spica.example") String sender,
            @DefaultValue("Customer Service - Spica") String senderName,
            @DefaultValue("helpdesk@spica.example") String supportAddress,

            @DefaultValue("https://www.spica.example/zasebnost")
            String privacyUrl,

            @DefaultValue("https://www.spica.example/splosni-pogoji-vzdrzevanja")
            String termsUrl,

            @DefaultValue("https://www.spica.example/cenik-storitev")
            String priceListUrl,

            @DefaultValue("Europe/Ljubljana") String timeZone) {}
}
