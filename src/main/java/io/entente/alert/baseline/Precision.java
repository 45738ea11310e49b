package io.entente.alert.baseline;

import java.nio.ByteBuffer;

/**
 * Baselines are kept with 16 significant bits, a relative error of 1.5 in 100,000, far below what chance does to counts. With all bits of a double,
 * their digits would be most of what ALERT writes to its changelog, and no codec makes those smaller.
 */
final class Precision {
    private static final int DROPPED = Byte.SIZE;
    private static final int HALF = 1 << (DROPPED - 1);
    /** Of a number that is kept. */
    private static final int BYTES = 3;

    private Precision() {}

    /** The nearest number of that precision; one that has it already stays as it is. */
    static double kept(double value) {
        return Float.intBitsToFloat(bits(value) << DROPPED);
    }

    private static int bits(double value) {
        return (Float.floatToIntBits((float) value) + HALF) >>> DROPPED;
    }

    /** Numbers as bytes: which of them are not zero, a bit each, then the first bytes of all these, the second and the third ones. */
    static ByteBuffer pack(double[] values) {
        int marks = marks(values.length);
        byte[] packed = new byte[marks + BYTES * values.length];
        int count = 0;
        for (double value : values) {
            count += bits(value) == 0 ? 0 : 1;
        }
        int at = marks;
        for (int i = 0; i < values.length; i++) {
            int bits = bits(values[i]);
            if (bits != 0) {
                packed[i / Byte.SIZE] |= (byte) (1 << i % Byte.SIZE);
                packed[at] = (byte) (bits >>> 2 * Byte.SIZE);
                packed[at + count] = (byte) (bits >>> Byte.SIZE);
                packed[at + 2 * count] = (byte) bits;
                at++;
            }
        }
        return ByteBuffer.wrap(packed, 0, marks + BYTES * count).slice();
    }

    /** The numbers that {@link #pack} made bytes of. */
    static double[] unpack(ByteBuffer packed, int length) {
        int from = packed.position();
        int marks = marks(length);
        int count = (packed.remaining() - marks) / BYTES;
        double[] values = new double[length];
        int at = from + marks;
        for (int i = 0; i < length; i++) {
            if ((packed.get(from + i / Byte.SIZE) >> i % Byte.SIZE & 1) != 0) {
                int bits = (packed.get(at) & 0xFF) << 2 * Byte.SIZE
                        | (packed.get(at + count) & 0xFF) << Byte.SIZE
                        | packed.get(at + 2 * count) & 0xFF;
                values[i] = Float.intBitsToFloat(bits << DROPPED);
                at++;
            }
        }
        return values;
    }

    private static int marks(int length) {
        return (length + Byte.SIZE - 1) / Byte.SIZE;
    }
}
