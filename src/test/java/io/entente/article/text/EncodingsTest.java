package io.entente.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void theCallersWordComesBeforeTheFiles() {
        byte[] text = "São Tomé".getBytes(WINDOWS);
        assertThat(Encodings.decode(text, null)).isEqualTo("S\ufdd0o Tom\ufdd0");
        assertThat(Encodings.decode(text, WINDOWS)).isEqualTo("São Tomé");
    }

    @Test
    void whatIsPlainlyUtf8IsUtf8WhateverItDeclares() {
        byte[] page = "<meta charset=latin1><p>São Tomé".getBytes(StandardCharsets.UTF_8);
        assertThat(Encodings.decode(page, null)).endsWith("São Tomé");
        assertThat(Encodings.decode("São Tomé".getBytes(StandardCharsets.UTF_8), WINDOWS))
                .isEqualTo("São Tomé");
    }

    @Test
    void utf16IsFoundWithAndWithoutAMark() {
        assertThat(Encodings.decode("\ufeff<p>ä".getBytes(StandardCharsets.UTF_16BE), null))
                .isEqualTo("<p>ä");
        assertThat(Encodings.decode("<p>ä".getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo("<p>ä");
        assertThat(Encodings.named("no such encoding")).isNull();
    }
}
