package io.entente.collect.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::",
            })
    void refusesWhatIsNotPublic(String host) {
        assertThatThrownBy(() -> new AddressGuard(List.of()).resolve(host))
                .isInstanceOf(AddressGuard.Refused.class)
                .hasMessageContaining("which is not asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "2a00:1450:4001::1"})
    void allowsWhatIs(String address) throws UnknownHostException {
        assertThat(new AddressGuard(List.of()).resolve(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void allowsTheNetworksThatAreNamedAndNoOthers() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(List.of("10.1.0.0/16", "fd00::/8"));

        assertThat(guard.resolve("10.1.255.1")).hasSize(1);
        assertThat(guard.resolve("fd12::1")).hasSize(1);
        assertThatThrownBy(() -> guard.resolve("10.2.0.1")).isInstanceOf(AddressGuard.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "intranet", "10.0.0.0/x", "", "fc00::/129", "10.0.0.0/-1"})
    void saysWhatIsNotANetwork(String written) {
        assertThatThrownBy(() -> new AddressGuard(List.of(written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a network: write it as 10.0.0.0/8");
    }
}
