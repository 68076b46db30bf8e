package si.podpora.helpdesk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;
import si.podpora.files.Attachments;
import si.podpora.files.UploadField;
import si.podpora.web.Form;

/** Fills the two boxes of a case's page: with what was typed just now, else with the drafts, which it offers again. */
@Component
class AnswerBoxes {

    private final Drafts drafts;
    private final Attachments attachments;

    AnswerBoxes(Drafts drafts, Attachments attachments) {
        this.drafts = drafts;
        this.attachments = attachments;
    }

    /** As the page is opened; what was typed before a session ran out goes before a draft. */
    Boxes opened(Actor me, CaseNumber number, Form typed) {
        var kept = kept(me, number);
        return new Boxes(filled(me, Box.NOTE, number, typed, kept), filled(me, Box.REPLY, number, typed, kept));
    }

    /** After one of them was sent and could not be taken; the other keeps its draft. */
    Boxes again(Actor me, CaseNumber number, Box sent, Form form, UploadField files) {
        var kept = kept(me, number);
        var upload = new UploadField(files.kept(), List.of(), files.maxSize(), files.maxCaseSize());
        var again = new Boxes.Filled(sent, form, upload, null);
        return sent == Box.REPLY
                ? new Boxes(filled(me, Box.NOTE, number, Form.empty(), kept), again)
                : new Boxes(again, filled(me, Box.REPLY, number, Form.empty(), kept));
    }

    private Map<String, Drafts.Draft> kept(Actor me, CaseNumber number) {
        return drafts.find(me, List.of(Box.NOTE.draft(number), Box.REPLY.draft(number)));
    }

    private Boxes.Filled filled(Actor me, Box box, CaseNumber number, Form typed, Map<String, Drafts.Draft> kept) {
        if (!typed.all(box.field()).isEmpty()) {
            return new Boxes.Filled(box, typed, attachments.field(me, typed), null);
        }
        var draft = kept.get(box.draft(number));
        var form = draft == null ? Form.empty() : draft.form();
        return new Boxes.Filled(box, form, attachments.field(me, form), draft == null ? null : draft.at());
    }
}
