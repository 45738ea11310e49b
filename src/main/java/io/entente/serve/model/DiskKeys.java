package io.entente.serve.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys of the tables on disk, made of a leading letter, texts and times; times so that later ones sort first. */
final class DiskKeys {
    static final int TIME = Long.BYTES;

    private DiskKeys() {}

    /** The letter and the parts one after the other: texts as UTF-8, a text before another part ends with a zero byte. */
    static byte[] of(char letter, Object... parts) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(64);
        key.write(letter);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof Long number) {
                key.writeBytes(bytes(number));
            } else {
                key.writeBytes(parts[i].toString().getBytes(StandardCharsets.UTF_8));
                if (i < parts.length - 1) {
                    key.write(0);
                }
            }
        }
        return key.toByteArray();
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** Sorts later times (epoch milliseconds, from 1970 on) first. */
    static long later(long time) {
        return Long.MAX_VALUE - Math.max(0, time);
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    static long number(byte[] key, int at) {
        return ByteBuffer.wrap(key).getLong(at);
    }

    static String text(byte[] key, int from) {
        return new String(key, from, key.length - from, StandardCharsets.UTF_8);
    }

    static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
