package io.entente.cli.input;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports that a command is about to open. */
public final class Ports {
    private Ports() {}

    /**
     * Looks whether a port of this machine is free, before anything is started.
     *
     * @param option of the command line that chose it
     * @param port 0 for any that is free
     * @throws UserError if it is taken
     */
    public static void require(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw UserError.ofUsage(
                    option + " " + port + " is not a port: choose one from 1 to 65535, or 0 for any that is free");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as servers do: an old connection that lingers is not an obstacle
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw UserError.ofUsage("port " + port + " cannot be opened (" + e.getMessage()
                    + "): end what uses it, or choose another with " + option);
        }
    }
}
