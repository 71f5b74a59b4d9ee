package dev.statuslab.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Connects to servers.
 *
 * @param limits what an exchange may take
 */
public record WireClient(Limits limits) {

	/**
	 * Opens a connection.
	 * @param server the server's address
	 * @return the connection, to be closed by the caller
	 * @throws IOException if there is none within {@link Limits#connect}
	 */
	public WireConnection connect(InetSocketAddress server) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.connect(server, Math.max(1, (int) this.limits.connect().toMillis()));
			return new WireConnection(socket, this.limits);
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/**
	 * One exchange on a connection of its own, which is closed after it.
	 * @param server the server's address
	 * @param request the request
	 * @return the response, whole or not, and the octets both ways
	 * @throws IOException if there is no connection
	 */
	public WireExchange exchange(InetSocketAddress server, WireRequest request) throws IOException {
		try (WireConnection connection = connect(server)) {
			WireResponse response = connection.exchange(request);
			return new WireExchange(response, connection.capture());
		}
	}

}
