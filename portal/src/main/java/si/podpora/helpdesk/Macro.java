package si.podpora.helpdesk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.StatusReason;

/**
 * What the help desk does in one go.
 *
 * @param templateId the reply; null for none
 * @param templateName empty for none
 * @param status null: it stays
 * @param tags their names
 */
public record Macro(
        long id,
        String name,
        @Nullable Long templateId,
        String templateName,
        @Nullable StatusReason status,
        Owner owner,
        List<String> tags) {

    /** Who works on the case afterwards. */
    public enum Owner {
        KEEP,
        TAKE,
        RELEASE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Key of its words. */
        public String words() {
            return "templates.macro.owner." + code();
        }

        static Owner of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
