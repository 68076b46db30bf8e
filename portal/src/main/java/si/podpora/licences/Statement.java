package si.podpora.licences;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.web.PodporaProperties;
import tools.jackson.databind.json.JsonMapper;

/** What an activation says, as docs/activation-format.md defines it. */
@Component
class Statement {

    private static final int FORMAT = 1;

    private final JsonMapper json;
    private final ZoneId zone;
    private final int sameComponents;

    Statement(JsonMapper json, PodporaProperties settings, ActivationSettings activation) {
        this.json = json;
        zone = ZoneId.of(settings.organisation().timeZone());
        sameComponents = activation.sameComponents();
    }

    /** The payload to sign. */
    String of(Licence licence, long serialNumber, InstallationCode code, Instant issued) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("employees", licence.employees());
        numbers.put("terminals", licence.terminals());
        numbers.put("clients", licence.clients());
        var installation = new LinkedHashMap<String, Object>();
        installation.put("version", code.version().toString());
        installation.put("hardware", code.hardware().texts());
        installation.put("same", sameComponents);
        var statement = new LinkedHashMap<String, Object>();
        statement.put("ver", FORMAT);
        statement.put("serial", serialNumber);
        statement.put("licence", licence.number());
        statement.put("licensee", licence.companyName());
        statement.put("product", licence.product());
        statement.put("edition", licence.edition());
        statement.put("modules", licence.modules());
        statement.put("numbers", numbers);
        statement.put("installation", installation);
        statement.put("iat", issued.getEpochSecond());
        var until = licence.validUntil();
        if (until != null) {
            // The last second of the last day, where the organisation is.
            statement.put("exp", until.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1);
        }
        var maintenance = licence.maintenanceUntil();
        if (maintenance != null) {
            statement.put("maintenance", maintenance.toString());
        }
        return json.writeValueAsString(statement);
    }

    /** Whether a signed statement says the same as a payload, but for the time. */
    boolean saysTheSame(String jws, String payload) {
        var signed = jws.split("\\.", -1)[1];
        return withoutTime(new String(Base64.getUrlDecoder().decode(signed), StandardCharsets.UTF_8))
                .equals(withoutTime(payload));
    }

    private Map<?, ?> withoutTime(String payload) {
        var statement = json.readValue(payload, LinkedHashMap.class);
        statement.remove("iat");
        return statement;
    }
}
