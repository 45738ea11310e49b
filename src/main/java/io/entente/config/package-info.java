/** The settings: what can be set, where a value comes from, and what is wrong with one. */
@NullMarked
package io.entente.config;

import org.jspecify.annotations.NullMarked;
