package si.podpora.helpdesk.companies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.coverage.Devices;
import si.podpora.coverage.InstalledDevice;
import si.podpora.coverage.Systems;
import si.podpora.web.Access;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The devices of a company. */
@Controller
@Access(Access.To.STAFF)
class DeskDevicesController {

    private static final int PAGE = 50;

    /** To choose from. */
    private static final int MOST_SYSTEMS = 500;

    private final CompanyCards cards;
    private final Devices devices;
    private final Systems systems;
    private final Clock clock;

    DeskDevicesController(CompanyCards cards, Devices devices, Systems systems, Clock clock) {
        this.cards = cards;
        this.devices = devices;
        this.systems = systems;
        this.clock = clock;
    }

    @GetMapping("/desk/companies/{company}/devices")
    ModelAndView list(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @RequestParam(required = false) @Nullable Long after) {
        return new ModelAndView("companies/devices")
                .addObject("company", cards.require(company))
                .addObject("today", me.day(clock.instant()))
                .addObject("devices", Shown.of(devices.page(company, after, PAGE + 1), PAGE));
    }

    @GetMapping("/desk/companies/{company}/devices/new")
    ModelAndView blank(@AuthenticationPrincipal Actor me, @PathVariable long company, Form typed) {
        return page(me, company, null, typed);
    }

    @PostMapping("/desk/companies/{company}/devices")
    ModelAndView add(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @Valid DeviceForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(me, company, null, form));
        }
        return devices.add(company, typed.device(0)) == Saved.TAKEN
                ? taken(me, company, null, form)
                : KeptPages.added(company, response);
    }

    @GetMapping("/desk/companies/{company}/devices/{id}")
    ModelAndView edit(
            @AuthenticationPrincipal Actor me, @PathVariable long company, @PathVariable long id, Form typed) {
        var device = require(company, id);
        return page(me, company, device, typed.isEmpty() ? DeviceForm.of(device) : typed);
    }

    @PostMapping("/desk/companies/{company}/devices/{id}")
    ModelAndView save(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long id,
            @Valid DeviceForm typed,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        var device = require(company, id);
        var form = Form.of(request, errors);
        if (form.hasProblems()) {
            return FormAgain.wrong(page(me, company, device, form));
        }
        return switch (devices.edit(company, typed.device(id))) {
            case DONE -> KeptPages.saved(company, response);
            case TAKEN -> taken(me, company, device, form);
            case OVERTAKEN -> overtaken(me, company, id, form);
        };
    }

    /** Takes a device out of use, or into use again. */
    @PostMapping("/desk/companies/{company}/devices/{id}/ending")
    @Access(Access.To.SUPERVISORS)
    ModelAndView end(
            @AuthenticationPrincipal Actor me,
            @PathVariable long company,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "true") boolean ended,
            HttpServletResponse response) {
        if (devices.end(company, id, version, ended) == Saved.OVERTAKEN) {
            return overtaken(me, company, id, DeviceForm.of(require(company, id)));
        }
        return KeptPages.ended(company, ended, response);
    }

    private ModelAndView taken(Actor me, long company, @Nullable InstalledDevice device, Form form) {
        var problem = FieldProblem.of("serial", "companies.error.serial");
        return FormAgain.wrong(page(me, company, device, form.with(problem)));
    }

    private ModelAndView overtaken(Actor me, long company, long id, Form form) {
        var now = require(company, id);
        return KeptPages.overtaken(page(me, company, now, form.with(KeptPages.OVERTAKEN)), DeviceForm.meanwhile(now));
    }

    private InstalledDevice require(long company, long id) {
        return devices.find(company, id).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(Actor me, long company, @Nullable InstalledDevice device, Form form) {
        return new ModelAndView("companies/device")
                .addObject("company", cards.require(company))
                .addObject("device", device)
                .addObject("systems", systems.page(company, null, MOST_SYSTEMS))
                .addObject("form", form)
                .addObject("leads", me.isSupervisor());
    }
}
