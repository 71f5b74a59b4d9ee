/**
 * The OpenAPI document: what springdoc reads off the controllers, joined with the data
 * under {@code resources/openapi}. Those tell as well of the addresses that are answered
 * below the servlets, where springdoc sees nothing.
 */
@NullMarked
package dev.statuslab.server.openapi;

import org.jspecify.annotations.NullMarked;
