package si.podpora.cases;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.accounts.Actor;
import si.podpora.coverage.Coverage;
import si.podpora.web.Access;

/** Answers while a serial number is typed: which device of the own company it is, and its warranty. */
@Controller
@Access(Access.To.CUSTOMERS)
class DeviceController {

    private final Coverage coverage;
    private final Clock clock;

    DeviceController(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    @GetMapping("/cases/new/device")
    ModelAndView show(@AuthenticationPrincipal Actor me, @RequestParam(defaultValue = "") String serialNumber) {
        var today = LocalDate.ofInstant(clock.instant(), me.zone());
        var device = DeviceAnswer.of(coverage, serialNumber, NewCaseController.home(me), today);
        return new ModelAndView("cases/device").addObject("device", device);
    }
}
