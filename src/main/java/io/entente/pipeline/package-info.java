/** Stages at work on a cluster: topics made, applications started, watched and stopped. */
@NullMarked
package io.entente.pipeline;

import org.jspecify.annotations.NullMarked;
