package dev.statuslab.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Interim responses as HTTP/1.1 has them: a head and nothing else (RFC 9112 §6). Jetty
 * writes the fields of 101 and 103, and leaves out those of all others, a 104's Location
 * among them.
 */
final class Http1Interim {

	/** Octets of a line beside its name or phrase and its value. */
	private static final int AROUND = 20;

	private Http1Interim() {
	}

	/**
	 * Whether Jetty would leave out something of a response.
	 * @param response a response
	 * @return whether it is an interim one whose fields are to be written here
	 */
	static boolean losesFields(MetaData.Response response) {
		int status = response.getStatus();
		return HttpStatus.isInformational(status) && status != HttpStatus.SWITCHING_PROTOCOLS_101
				&& status != HttpStatus.EARLY_HINTS_103 && response.getHttpFields().size() > 0;
	}

	/**
	 * The whole response.
	 * @param status its status code
	 * @param phrase its reason phrase, which may be empty
	 * @param fields its fields; line breaks in them become spaces
	 * @return the octets, ready to be written
	 */
	static ByteBuffer head(int status, String phrase, HttpFields fields) {
		int size = AROUND + phrase.length();
		for (HttpField field : fields) {
			String value = field.getValue();
			size += AROUND + field.getName().length() + ((value != null) ? value.length() : 0);
		}
		ByteBuffer head = BufferUtil.allocate(size);
		BufferUtil.clearToFill(head);
		head.put("HTTP/1.1 %d %s\r\n".formatted(status, phrase).getBytes(StandardCharsets.ISO_8859_1));
		for (HttpField field : fields) {
			HttpGenerator.putTo(field, head);
		}
		head.put(new byte[] { '\r', '\n' });
		BufferUtil.flipToFlush(head, 0);
		return head;
	}

}
