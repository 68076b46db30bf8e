package si.podpora.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nu.validator.client.EmbeddedValidator;

/** What there is to complain of pages: WCAG 2.2 AA, their HTML, and whether they scroll sideways. */
final class Soundness {

    private final List<String> complaints;
    private final List<CompletableFuture<List<String>>> markup = new ArrayList<>();

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** @param complaints where they go */
    Soundness(List<String> complaints) {
        this.complaints = complaints;
    }

    /**
     * Looks at what a page shows now. Its HTML is checked while the browser goes on.
     *
     * @param html as it came from the portal
     */
    void look(Page page, String html) {
        var path = page.url();
        markup.add(CompletableFuture.supplyAsync(() ->
                invalid(html).stream().map(error -> path + " html: " + error).toList()));
        new AxeBuilder(page)
                .setLegacyMode(true) // else it opens a window for each page, and Chromium does not always answer that
                .withTags(WCAG)
                // A mail in the mailbox may run no script, not even this one: the browser would wait for it for ever.
                .exclude("iframe")
                .analyze()
                .getViolations()
                .forEach(violation -> complaints.add(path + " axe " + violation.getId() + ": "
                        + violation.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                .limit(3)
                                .toList()));
        var traps = page.evaluate("""
                [...document.forms]
                    .filter(form => [...form.elements].some(field => field.matches('input:not([type=hidden])')))
                    .filter(form => [...form.elements].find(field => field.type === 'submit')?.hasAttribute('formaction'))
                    .map(form => form.action)
                """);
        if (traps instanceof List<?> forms && !forms.isEmpty()) {
            complaints.add(path + " Enter presses another button than the one that sends " + forms);
        }
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow instanceof Number pixels && pixels.intValue() > 0) {
            complaints.add(path + " scrolls sideways by " + pixels + " px");
        }
    }

    /** All complaints, once every page has been checked. */
    List<String> all() {
        markup.forEach(check -> complaints.addAll(check.join()));
        markup.clear();
        return complaints;
    }

    private static List<String> invalid(String html) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        try {
            var report = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return report.lines().filter(line -> line.contains(": error")).toList();
        } catch (Exception e) {
            throw new AssertionError("The HTML checker failed", e);
        }
    }
}
