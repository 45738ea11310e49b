/** The web server: who may enter, what a request may ask, how an answer is written. */
@NullMarked
package io.entente.serve.http;

import org.jspecify.annotations.NullMarked;
