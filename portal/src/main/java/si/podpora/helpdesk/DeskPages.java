package si.podpora.helpdesk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseEvent;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Entry;
import si.podpora.cases.EventWords;
import si.podpora.cases.Note;
import si.podpora.files.UploadField;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;

/** Puts the help desk's page of a case together. */
@Component
class DeskPages {

    private final DeskCases cases;
    private final AnswerBoxes boxes;
    private final OfferedTemplates templates;
    private final EventWords eventWords;

    DeskPages(DeskCases cases, AnswerBoxes boxes, OfferedTemplates templates, EventWords eventWords) {
        this.cases = cases;
        this.boxes = boxes;
        this.templates = templates;
        this.eventWords = eventWords;
    }

    /**
     * As it is opened.
     *
     * @param template one to put into the reply; null for none
     */
    ModelAndView opened(Actor me, CaseNumber number, @Nullable String before, Form typed, @Nullable Long template) {
        var found = cases.find(me, number, before);
        if (!found.facts().head().number().key().equals(number.key())) {
            return new ModelAndView("redirect:" + found.path()); // merged since
        }
        var filled = boxes.opened(me, found.facts().head().number(), typed);
        if (template != null) {
            filled = templates
                    .find(me, found, template)
                    .map(OfferedTemplates.Offered::text)
                    .map(filled::inserting)
                    .orElse(filled);
        }
        return page(me, found, filled, Form.empty(), List.of());
    }

    /** As it is now, with all that was typed in a box and what is wrong with it. */
    ModelAndView again(Actor me, CaseNumber number, Box sent, Form form, UploadField files) {
        var found = cases.find(me, number, null);
        var canonical = found.facts().head().number();
        return page(me, found, boxes.again(me, canonical, sent, form, files), form, List.of());
    }

    /** The same, with what others have done to the case since the reply's writer saw it. */
    ModelAndView overtaken(
            Actor me, CaseNumber number, Box sent, Form form, UploadField files, @Nullable Instant seen) {
        var found = cases.find(me, number, null);
        var canonical = found.facts().head().number();
        var fresh = since(me, found, seen);
        return FormAgain.conflict(page(me, found, boxes.again(me, canonical, sent, form, files), form, fresh))
                .addObject("overtaken", true);
    }

    /** What others have done to the case since somebody saw it. */
    static List<Entry> since(Actor me, DeskCase found, @Nullable Instant seen) {
        var since = seen == null ? Instant.EPOCH : seen;
        return found.talk().entries().stream()
                .filter(entry -> entry.at().isAfter(since) && !isBy(me, entry))
                .toList();
    }

    private static boolean isBy(Actor me, Entry entry) {
        return switch (entry) {
            case Note note -> note.authorId() == me.id();
            case CaseEvent event -> event.actor().equals(me.fullName());
        };
    }

    private ModelAndView page(Actor me, DeskCase found, Boxes filled, Form form, List<Entry> fresh) {
        return new ModelAndView("helpdesk/case")
                .addObject("found", found)
                .addObject("eventWords", eventWords)
                .addObject("boxes", filled)
                .addObject("form", form)
                .addObject("fresh", fresh)
                .addObject("me", me.id());
    }
}
