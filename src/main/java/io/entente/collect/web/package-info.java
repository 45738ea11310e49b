/** Fetches from the web politely and safely: one request a host at a time, robots.txt obeyed, addresses checked, sizes and times bounded. */
@NullMarked
package io.entente.collect.web;

import org.jspecify.annotations.NullMarked;
