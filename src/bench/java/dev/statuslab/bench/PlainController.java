package dev.statuslab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the octets of {@code /codes/404} as any Spring application would serve octets
 * that it has ready: through the filters, the DispatcherServlet and a message converter.
 */
@Hidden
@RestController
class PlainController {

	private byte[] octets = {};

	/** Takes the octets from the server itself, once, so that they are the same. */
	@EventListener
	void take(WebServerInitializedEvent event) throws IOException {
		URLConnection connection = URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/codes/404")
			.toURL()
			.openConnection();
		connection.setRequestProperty("Accept", MediaType.APPLICATION_JSON_VALUE);
		try (InputStream content = connection.getInputStream()) {
			this.octets = content.readAllBytes();
		}
	}

	@GetMapping("/bench/codes/404")
	ResponseEntity<byte[]> notFound() {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.octets);
	}

}
