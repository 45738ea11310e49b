/** What a pair's day holds: its reports, stories, evidence. */
@NullMarked
package io.entente.alert.day;

import org.jspecify.annotations.NullMarked;
