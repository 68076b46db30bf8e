package si.podpora.coverage;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.web.Access;
import si.podpora.web.RateLimits;

/** What is known of a device while somebody types its serial number into a form. */
@Controller
class CoverageController {

    private static final int A_MINUTE = 60;

    private final Coverage coverage;
    private final RateLimits limits;
    private final Clock clock;

    CoverageController(Coverage coverage, RateLimits limits, Clock clock) {
        this.coverage = coverage;
        this.limits = limits;
        this.clock = clock;
    }

    /** A part of a page. What belongs to another company is as unknown as what does not exist. */
    @GetMapping("/coverage/devices")
    @Access(Access.To.CUSTOMERS)
    ModelAndView show(@AuthenticationPrincipal Actor me, @RequestParam(defaultValue = "") String serial) {
        limits.require("coverage:" + me.id(), A_MINUTE, Duration.ofMinutes(1));
        var view = new ModelAndView("coverage/device");
        view.addObject("typed", !SerialNumber.canonical(serial).isEmpty());
        view.addObject("device", coverage.device(serial, me.companies()).orElse(null));
        view.addObject("today", me.day(clock.instant()));
        return view;
    }
}
