package si.podpora.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: visitors read what the portal is, people go on to their work. */
@Controller
class HomeController {

    @GetMapping("/")
    @Access(Access.To.ANYONE)
    String show() {
        var reader = Pages.reader();
        if (reader == null) {
            return "web/home";
        }
        return reader.isStaff() ? "redirect:/desk" : "redirect:/cases";
    }
}
