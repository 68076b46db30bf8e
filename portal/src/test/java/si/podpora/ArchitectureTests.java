package si.podpora;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMapping;
import si.podpora.web.Access;

/** The rules of the code, each with its reason. */
class ArchitectureTests {

    /** What the portal itself consists of; jars beside it keep rules of their own. */
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethodWhere(target(name("now"))
                        .and(target(owner(DescribedPredicate.describe(
                                "a time of the system",
                                (JavaClass type) -> type.isEquivalentTo(Instant.class)
                                        || type.isEquivalentTo(LocalDate.class)
                                        || type.isEquivalentTo(LocalDateTime.class)
                                        || type.isEquivalentTo(ZonedDateTime.class))))))
                .because("a test must be able to say what time it is, and every copy of the portal agrees on it")
                .check(CLASSES);
    }

    @Test
    void onlyTheConfigurationReadsTheSystemClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("TemplateConfiguration")
                .should()
                .callMethodWhere(target(owner(DescribedPredicate.describe(
                                "Clock", (JavaClass type) -> type.isEquivalentTo(Clock.class))))
                        .and(target(HasName.Predicates.nameStartingWith("system"))))
                .because("the clock is injected")
                .check(CLASSES);
    }

    @Test
    void everyMappingSaysWhomItLetsIn() {
        methods()
                .that(DescribedPredicate.describe(
                        "handle requests", (JavaMethod method) -> method.isMetaAnnotatedWith(RequestMapping.class)))
                .should(new ArchCondition<>("bear @Access") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var says = method.isAnnotatedWith(Access.class)
                                || method.getOwner().isAnnotatedWith(Access.class);
                        if (!says) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .because("who may call a route is read where the route is declared; without it nobody may")
                .check(CLASSES);
    }

    @Test
    void controllersAndTemplatesRunNoSql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .because("a controller says what a request means; what is stored is another noun's business")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .because("a constructor says what a class needs")
                .check(CLASSES);
    }

    @Test
    void namesAreTheFieldsOwn() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .because("a noun of the help desk tells a newcomer where to look")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        noClasses()
                .should()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("the operator reads one log")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws Exception {
        try (var folders = Files.walk(Path.of("src/main/java/si/podpora"))) {
            var silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !describes(folder.resolve("package-info.java")))
                    .toList();
            Assertions.assertThat(silent).isEmpty();
        }
    }

    private static boolean describes(Path file) {
        try {
            return Files.readString(file).matches("(?s)/\\*\\*.*@NullMarked.*");
        } catch (IOException e) {
            return false;
        }
    }
}
