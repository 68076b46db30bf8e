package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.0/24",
        "192.0.2.255, 192.0.2.0/24",
        "2001:db8:12:34ff:5:6:7:8, 2001:db8:12:3400:0:0:0:0/56",
        "2001:db8:12:3401::1, 2001:db8:12:3400:0:0:0:0/56",
        "::ffff:192.0.2.17, 192.0.2.0/24",
        "fe80::1%2, fe80:0:0:0:0:0:0:0/56",
    })
    void addressesOfOneNetworkAreOne(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
