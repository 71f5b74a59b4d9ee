/**
 * The requirements of the RFCs that bind this server, what checks each of them, and what
 * came of it in the build's own test run.
 */
@NullMarked
package dev.statuslab.conformance;

import org.jspecify.annotations.NullMarked;
