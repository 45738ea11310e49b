package io.entente.registry;

import java.nio.ByteBuffer;

/** The frame of a record: a zero byte, then the schema's id, big-endian. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER = 1 + Integer.BYTES;

    private WireFormat() {}

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
    }

    static int id(byte[] data) {
        return ByteBuffer.wrap(data).getInt(1);
    }
}
