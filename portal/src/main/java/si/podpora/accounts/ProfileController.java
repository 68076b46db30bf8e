package si.podpora.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import si.podpora.web.Access;
import si.podpora.web.Form;
import si.podpora.web.FormAgain;
import si.podpora.web.Notices;
import si.podpora.web.Page;
import si.podpora.web.Refusal;
import si.podpora.web.Words;

/** What the portal knows of the person, to be put right by the person. */
@Controller
@Access(Access.To.SIGNED_IN)
class ProfileController {

    private final People people;
    private final Profiles profiles;
    private final Consents consents;
    private final Companies companies;

    ProfileController(People people, Profiles profiles, Consents consents, Companies companies) {
        this.people = people;
        this.profiles = profiles;
        this.consents = consents;
        this.companies = companies;
    }

    @GetMapping("/profile")
    ModelAndView show(@AuthenticationPrincipal Actor me, Form form, Page page) {
        var person = person(me);
        return page(person, form.isEmpty() ? ProfileForm.of(person) : form, page);
    }

    @PostMapping("/profile")
    ModelAndView update(
            @AuthenticationPrincipal Actor me,
            @Valid ProfileForm profile,
            BindingResult errors,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = person(me);
        var country = country(me, person);
        var form = Form.of(request, errors).with(profile.problems(country));
        if (form.hasProblems()) {
            return FormAgain.wrong(page(person, form, page));
        }
        profiles.change(me, profile.change(country));
        Notices.leave(response, "accounts.notice.profile");
        return new ModelAndView("redirect:/profile");
    }

    @PostMapping("/profile/consents/news")
    String agreeToNews(@AuthenticationPrincipal Actor me, Page page, HttpServletResponse response) {
        consents.give(me.id(), consents.agreed(ConsentKind.NEWS, page.locale()));
        Notices.leave(response, "accounts.notice.newsAgreed");
        return "redirect:/profile";
    }

    @PostMapping("/profile/consents/news/withdrawal")
    String withdrawNews(@AuthenticationPrincipal Actor me, HttpServletResponse response) {
        consents.withdraw(me.id(), ConsentKind.NEWS);
        Notices.leave(response, "accounts.notice.newsWithdrawn");
        return "redirect:/profile";
    }

    /** Where somebody who types a number without a prefix is at home: as the company, else as the number until now. */
    private String country(Actor me, Person person) {
        return Optional.ofNullable(me.homeCompany())
                .flatMap(companies::find)
                .map(Company::country)
                .or(() -> PhoneNumber.country(person.phone()))
                .orElse("SI");
    }

    private Person person(Actor me) {
        return people.find(me.id()).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(Person person, Form form, Page page) {
        return new ModelAndView(
                "accounts/profile",
                Map.of(
                        "form",
                        form,
                        "person",
                        person,
                        "consents",
                        consents.of(person.id()),
                        "newsText",
                        consents.text(ConsentKind.NEWS, page.locale()),
                        "salutations",
                        salutations(page),
                        "languages",
                        languages(page),
                        "zones",
                        TimeZones.in(page.locale())));
    }

    private static Map<String, String> salutations(Page page) {
        var salutations = new LinkedHashMap<String, String>();
        for (var salutation : Salutation.values()) {
            salutations.put(salutation.code(), page.say("accounts.salutation." + salutation.code()));
        }
        return salutations;
    }

    /** Every language by its own name. */
    private static Map<String, String> languages(Page page) {
        var languages = new LinkedHashMap<String, String>();
        Words.LANGUAGES.forEach(
                language -> languages.put(language.getLanguage(), page.words().say(language, "web.language.own")));
        return languages;
    }
}
