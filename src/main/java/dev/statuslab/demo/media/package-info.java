/**
 * Representations that can be had in part: 206, 416, and what If-Range makes of them.
 */
@NullMarked
package dev.statuslab.demo.media;

import org.jspecify.annotations.NullMarked;
