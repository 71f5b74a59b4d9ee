package dev.statuslab.lab;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

import dev.statuslab.lab.Arrival.Door;
import dev.statuslab.server.BasePath;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** Writes down the head of a request. */
final class ArrivalReader {

	/** How many characters of the field lines are kept; a longer line is left out. */
	private static final int FIELDS = 6 * 1024;

	/** How many of a target. */
	private static final int TARGET = 1024;

	private static final String NUMBER = ArrivalReader.class.getName();

	private final AtomicLong connections = new AtomicLong();

	private final BasePath basePath;

	private final Clock clock;

	ArrivalReader(BasePath basePath, Clock clock) {
		this.basePath = basePath;
		this.clock = clock;
	}

	Arrival read(Request request) {
		HttpURI uri = request.getHttpURI();
		ConnectionMetaData connection = request.getConnectionMetaData();
		String fragment = (uri.getFragment() != null) ? "#" + uri.getFragment() : "";
		boolean other = OtherOrigin.NAME.equals(connection.getConnector().getName());
		return new Arrival(0, this.clock.instant(), number(connection), connection.getConnection().getMessagesIn(),
				connection.getHttpVersion().asString(), request.getMethod(), cut(uri.getPathQuery() + fragment),
				cut(Place.below(uri.getPath(), this.basePath.contextPath())), String.valueOf(uri.getAuthority()),
				other ? Door.OTHER : Door.MAIN, lines(request), null);
	}

	/** The connection keeps the number that it got with its first request here. */
	private long number(ConnectionMetaData connection) {
		Object known = connection.getAttribute(NUMBER);
		if (known instanceof Long number) {
			return number;
		}
		long number = this.connections.incrementAndGet();
		connection.setAttribute(NUMBER, number);
		return number;
	}

	private static String lines(Request request) {
		StringBuilder lines = new StringBuilder();
		for (HttpField field : request.getHeaders()) {
			String value = (field.getValue() != null) ? field.getValue() : "";
			if (lines.length() + field.getName().length() + value.length() < FIELDS) {
				lines.append(field.getName()).append(": ").append(value).append('\n');
			}
		}
		return lines.toString();
	}

	private static String cut(String text) {
		return (text.length() > TARGET) ? text.substring(0, TARGET) : text;
	}

}
