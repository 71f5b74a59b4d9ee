package dev.statuslab.demo.hop;

import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;

/**
 * Forwards the interim response that Jetty's proxy does not know, 104 (RFC 9110 §15.2: a
 * proxy forwards them).
 */
class OtherInterim extends ProcessingProtocolHandler {

	/** The attribute that holds the response to the client. */
	static final String CLIENT = OtherInterim.class.getName();

	private static final int UPLOAD_RESUMPTION_SUPPORTED = 104;

	@Override
	public String getName() {
		return "other-interim";
	}

	@Override
	public boolean accept(Request request, Response response) {
		return response.getStatus() == UPLOAD_RESUMPTION_SUPPORTED;
	}

	@Override
	protected void onProcessing(Request request, HttpFields fields) {
		if (request.getAttributes().get(CLIENT) instanceof org.eclipse.jetty.server.Response client) {
			client.writeInterim(UPLOAD_RESUMPTION_SUPPORTED, fields);
		}
	}

}
