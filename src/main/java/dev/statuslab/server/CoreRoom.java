package dev.statuslab.server;

import org.eclipse.jetty.server.Handler;

/**
 * A room that answers below the servlets, where interim responses, late answers and
 * broken connections are plain values. Requests that it passes on go to the servlets.
 */
public abstract class CoreRoom extends Handler.Wrapper {

}
