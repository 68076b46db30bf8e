package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.Network;
import si.podpora.web.RateLimits;

/** How good a password is, while it is being typed. */
@Controller
class PasswordStrengthController {

    private final PasswordRules rules;
    private final OwnData ownData;
    private final People people;
    private final RateLimits limits;

    PasswordStrengthController(PasswordRules rules, OwnData ownData, People people, RateLimits limits) {
        this.rules = rules;
        this.ownData = ownData;
        this.people = people;
        this.limits = limits;
    }

    /** @param own other values of the form: names, address, user name */
    @PostMapping("/passwords/strength")
    @Access(Access.To.ANYONE)
    ModelAndView create(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") List<String> own,
            @AuthenticationPrincipal @Nullable Actor me,
            HttpServletRequest request) {
        limits.require("password-strength:" + Network.of(request), 240, Duration.ofMinutes(2));
        var data = new ArrayList<>(own.stream().limit(10).toList());
        if (me != null) {
            people.find(me.id()).ifPresent(person -> data.addAll(ownData.of(person)));
        }
        var model = new HashMap<String, Object>();
        model.put("score", rules.strength(password, data));
        rules.check("password", password, data).ifPresent(problem -> model.put("problem", problem));
        return new ModelAndView("accounts/strength", model);
    }
}
