package dev.statuslab.demo.protocol;

import java.io.IOException;

import dev.statuslab.http.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An echo that is spoken to by WebSocket (RFC 6455): 101, or 426 for who does not ask for
 * it. HTTP/2 knows neither 101 nor Upgrade (RFC 9113 §8.2.2, §8.6); there the address
 * tells what it is.
 */
@RestController
@Tag(name = "Protocol: interim responses and upgrades")
class SocketController {

	private final EchoSockets sockets;

	SocketController(EchoSockets sockets) {
		this.sockets = sockets;
	}

	/** By GET alone, as the handshake has it (RFC 6455 §4.1). */
	@GetMapping("/demo/echo/socket")
	@Operation(operationId = "openEchoSocket", summary = "Open a WebSocket that sends back what it gets")
	@Nullable ResponseEntity<Description> open(HttpServletRequest request, HttpServletResponse response, Links links)
			throws IOException {
		if ("HTTP/2.0".equals(request.getProtocol())) {
			return ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.body(new Description("websocket", "HTTP/1.1",
						links.absolute("/demo/echo/socket").replaceFirst("^http", "ws")));
		}
		Handshake.require(request);
		this.sockets.open(request, response);
		return null;
	}

	/**
	 * Tells how to speak to the echo.
	 *
	 * @param protocol the protocol to upgrade to
	 * @param over the protocol to upgrade from
	 * @param address the address for a WebSocket client
	 */
	record Description(String protocol, String over, String address) {
	}

}
