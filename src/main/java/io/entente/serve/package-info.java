/** SERVE: follows the output topics into a read model and answers people and programs over HTTP. */
@NullMarked
package io.entente.serve;

import org.jspecify.annotations.NullMarked;
