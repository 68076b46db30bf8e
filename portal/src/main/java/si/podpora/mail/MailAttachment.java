package si.podpora.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A file that goes out with a mail. */
public final class MailAttachment {

    /** The columns that make those of a mail, in order. */
    static final String COLUMNS = """
            array(select name from outgoing_attachment where mail_id = outgoing_mail.id order by id) as file_names,
            array(select type from outgoing_attachment where mail_id = outgoing_mail.id order by id) as file_types,
            array(select content from outgoing_attachment where mail_id = outgoing_mail.id order by id) as file_contents
            """;

    private final String name;
    private final String type;
    private final byte[] content;

    /**
     * A file.
     *
     * @param name as the reader's mail program saves it: letters without accents, digits, {@code . _ -}
     * @param type media type, without parameters
     */
    public MailAttachment(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Size in bytes. */
    public int size() {
        return content.length;
    }

    static List<MailAttachment> of(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("file_names").getArray();
        var types = (String[]) row.getArray("file_types").getArray();
        var contents = (byte[][]) row.getArray("file_contents").getArray();
        var files = new ArrayList<MailAttachment>();
        for (int index = 0; index < names.length; index++) {
            files.add(new MailAttachment(names[index], types[index], contents[index]));
        }
        return List.copyOf(files);
    }
}
