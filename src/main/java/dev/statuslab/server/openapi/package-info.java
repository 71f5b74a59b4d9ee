/**
 * The OpenAPI document: what springdoc reads off the controllers, joined with the data
 * under {@code resources/openapi}.
 */
@NullMarked
package dev.statuslab.server.openapi;

import org.jspecify.annotations.NullMarked;
