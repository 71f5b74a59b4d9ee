/**
 * Uploads that can be resumed where they broke off: 104, and the resource of an upload
 * that is not whole yet (draft-ietf-httpbis-resumable-upload).
 */
@NullMarked
package dev.statuslab.demo.resumable;

import org.jspecify.annotations.NullMarked;
