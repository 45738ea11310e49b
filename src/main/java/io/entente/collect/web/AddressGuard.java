package io.entente.collect.web;

import io.entente.table.TsvTable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps requests on the public internet: an address that a feed, a redirect or a name server leads to may be one of this machine or of the network
 * around it (server-side request forgery). Immutable.
 */
public final class AddressGuard {
    private final Map<Network, String> special = new LinkedHashMap<>();
    private final List<Network> allowed;

    /**
     * @param allowed networks that may be asked all the same, such as {@code 10.1.0.0/16}
     * @throws IllegalArgumentException if one is not a network
     */
    public AddressGuard(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
        TsvTable.resource(AddressGuard.class, "special-networks.tsv")
                .each(row -> special.put(
                        Network.parse(row.required(0, "a network")), row.required(1, "what the network is")));
    }

    /** An address that must not be asked. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * The addresses of {@code host}: the only ones to connect to, since a second look at the name server may say something else.
     *
     * @throws UnknownHostException if it has none, or one that must not be asked
     */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            check(host, address);
            addresses.add(address);
        }
        return addresses;
    }

    private void check(String host, InetAddress address) throws Refused {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return;
        }
        for (Map.Entry<Network, String> each : special.entrySet()) {
            if (each.getKey().contains(address)) {
                throw new Refused(host + " has the address " + address.getHostAddress() + " (" + each.getValue()
                        + "), which is not asked: allow its network with entente.collect.networks if that is meant");
            }
        }
    }
}
