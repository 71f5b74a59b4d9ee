/** A form that is cleared once it was accepted: 205. */
@NullMarked
package dev.statuslab.demo.form;

import org.jspecify.annotations.NullMarked;
