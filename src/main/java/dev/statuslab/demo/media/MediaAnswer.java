package dev.statuslab.demo.media;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * An answer as it goes out.
 *
 * @param status the status code
 * @param fields the response fields
 * @param octets the content; none for 304
 */
record MediaAnswer(int status, HttpHeaders fields, byte[] octets) {

	void write(HttpServletResponse response) throws IOException {
		response.setStatus(this.status);
		this.fields.forEach((name, lines) -> lines.forEach((line) -> response.addHeader(name, line)));
		if (this.octets.length > 0) {
			response.getOutputStream().write(this.octets);
		}
	}

}
