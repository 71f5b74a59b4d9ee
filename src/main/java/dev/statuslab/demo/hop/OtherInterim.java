package dev.statuslab.demo.hop;

import java.util.Set;

import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Forwards the interim responses that Jetty's proxy does not know, such as 104 (RFC 9110
 * §15.2: a proxy forwards them).
 */
class OtherInterim extends ProcessingProtocolHandler {

	/** The attribute that holds the response to the client. */
	static final String CLIENT = OtherInterim.class.getName();

	private static final Set<Integer> KNOWN = Set.of(100, 101, 102, 103);

	@Override
	public String getName() {
		return "other-interim";
	}

	@Override
	public boolean accept(Request request, Response response) {
		return HttpStatus.isInformational(response.getStatus()) && !KNOWN.contains(response.getStatus());
	}

	@Override
	protected void onProcessing(Request request, HttpFields fields) {
		if (request.getAttributes().get(CLIENT) instanceof org.eclipse.jetty.server.Response client) {
			client.writeInterim(104, fields);
		}
	}

}
