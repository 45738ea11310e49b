package io.entente.article.form;

/**
 * Where something was fetched.
 *
 * @param url its address
 * @param fetchedAt when, as it is written
 */
public record Origin(String url, String fetchedAt) {}
