package si.podpora;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Features call each other one way only; their picture is drawn from the code. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Podpora.class);

    @Test
    void arrowsBetweenFeaturesPointOneWay() {
        modules.verify();
    }

    @Test
    void thePictureOfTheFeaturesIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
