/** An order desk: Post/Redirect/Get, and a fault that nobody has caught yet. */
@NullMarked
package dev.statuslab.demo.order;

import org.jspecify.annotations.NullMarked;
