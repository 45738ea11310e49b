package io.entente.collect.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses, as CIDR writes it: {@code 10.0.0.0/8}, {@code fc00::/7}, or a single address. Immutable.
 *
 * @param address its first address
 * @param length of the prefix that its addresses share, in bits
 */
record Network(InetAddress address, int length) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException if {@code written} is not a network */
    static Network parse(String written) {
        int slash = written.indexOf('/');
        String literal = slash < 0 ? written : written.substring(0, slash);
        try {
            if (!LITERAL.matcher(literal).matches()) {
                throw new NumberFormatException(literal);
            }
            InetAddress address = InetAddress.getByName(literal);
            int bits = address.getAddress().length * Byte.SIZE;
            int length = slash < 0 ? bits : Integer.parseInt(written.substring(slash + 1));
            if (length < 0 || length > bits) {
                throw new NumberFormatException(written);
            }
            return new Network(address, length);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not a network: write it as 10.0.0.0/8, fc00::/7 or a single address", e);
        }
    }

    boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((own[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
