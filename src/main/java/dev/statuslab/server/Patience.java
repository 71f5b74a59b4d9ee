package dev.statuslab.server;

import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets a request wait for its answer longer than a connection or stream may be idle.
 * Jetty asks only when no read and no write is pending: then the server keeps the client
 * waiting, not the other way round. Without this the request would be failed.
 */
final class Patience implements HttpConfiguration.Customizer {

	private static final Predicate<TimeoutException> NOT_A_FAILURE = (timeout) -> false;

	@Override
	public Request customize(Request request, HttpFields.Mutable responseHeaders) {
		request.addIdleTimeoutListener(NOT_A_FAILURE);
		return request;
	}

}
