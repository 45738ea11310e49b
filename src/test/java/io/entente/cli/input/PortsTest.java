package io.entente.cli.input;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aPortThatIsTakenIsNamedWithItsOption() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.require("--http-port", port))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--http-port");
        }
        assertThatCode(() -> Ports.require("--http-port", port)).doesNotThrowAnyException();
        assertThatCode(() -> Ports.require("--http-port", 0)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotAPortIsRefused() {
        assertThatThrownBy(() -> Ports.require("--port", 65_536)).hasMessageContaining("is not a port");
        assertThatThrownBy(() -> Ports.require("--port", -1)).hasMessageContaining("is not a port");
    }
}
