package si.podpora.cases;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachments;
import si.podpora.files.UploadField;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.FormKey;

/** Puts the page of a case together: its fields, its conversation, its files and the answer in the making. */
@Component
class CasePages {

    private final CaseReading reading;
    private final Attachments attachments;
    private final Drafts drafts;
    private final EventWords eventWords;
    private final SilenceRule silence;
    private final Clock clock;

    CasePages(
            CaseReading reading,
            Attachments attachments,
            Drafts drafts,
            EventWords eventWords,
            SilenceRule silence,
            Clock clock) {
        this.reading = reading;
        this.attachments = attachments;
        this.drafts = drafts;
        this.eventWords = eventWords;
        this.silence = silence;
        this.clock = clock;
    }

    /** The page as it is opened; what was typed before a session ran out goes before a draft. */
    ModelAndView opened(Actor me, CaseFacts facts, @Nullable String before, Form typed) {
        if (!typed.isEmpty()) {
            return page(me, facts, before, typed, attachments.field(me, typed));
        }
        var draft = drafts.find(me, Drafts.note(facts.head().number()));
        var form = draft.map(Drafts.Draft::form).orElseGet(Form::empty);
        return page(me, facts, before, form, attachments.field(me, form))
                .addObject("draftAt", draft.map(Drafts.Draft::at).orElse(null));
    }

    /** The page with what is wrong with an answer. */
    ModelAndView wrong(Actor me, CaseNumber number, Form form, UploadField files) {
        return FormAgain.wrong(page(me, reading.facts(me, number), null, form, files));
    }

    private ModelAndView page(Actor me, CaseFacts facts, @Nullable String before, Form form, UploadField upload) {
        var waiting = facts.head().waiting();
        return new ModelAndView("cases/show")
                .addObject("facts", facts)
                .addObject("talk", reading.talk(me, facts.head(), before))
                .addObject("eventWords", eventWords)
                .addObject("form", form)
                .addObject("upload", upload)
                .addObject("key", FormKey.of(form).toString())
                .addObject(
                        "answerBy",
                        waiting == null ? null : silence.lastDay(waiting).orElse(null))
                .addObject("me", me.id())
                .addObject("newest", before == null)
                .addObject("closable", !CaseAccess.onlyParticipant(me, facts.head()))
                .addObject("now", clock.instant());
    }
}
