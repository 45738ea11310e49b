package io.entente.collect;

import java.net.URI;

/**
 * A feed to be polled.
 *
 * @param name what people know it as
 * @param url its address
 */
public record Source(String name, URI url) {}
