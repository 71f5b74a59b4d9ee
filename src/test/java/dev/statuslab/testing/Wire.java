package dev.statuslab.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP/1.1 to the server under test, octet by octet: what is sent is what the test
 * wrote, what is returned is what came.
 */
public final class Wire {

	private static final int TIMEOUT_MILLISECONDS = 15_000;

	private static final JsonMapper JSON = new JsonMapper();

	private final int port;

	public Wire(int port) {
		this.port = port;
	}

	public int port() {
		return this.port;
	}

	/**
	 * One exchange on a connection of its own.
	 * @param method the method
	 * @param target the request target
	 * @param fields field lines, such as {@code "Accept: text/html"}; Host is added
	 * @return the final response
	 */
	public Answer send(String method, String target, String... fields) {
		return exchange(method, target, null, fields);
	}

	public Answer get(String target, String... fields) {
		return send("GET", target, fields);
	}

	/**
	 * One exchange with JSON content.
	 * @param method the method
	 * @param target the request target
	 * @param json the content
	 * @param fields further field lines
	 * @return the final response
	 */
	public Answer json(String method, String target, String json, String... fields) {
		List<String> all = new ArrayList<>(List.of(fields));
		all.add("Content-Type: application/json");
		return exchange(method, target, json, all.toArray(String[]::new));
	}

	/**
	 * One exchange with content of any kind.
	 * @param method the method
	 * @param target the request target
	 * @param content the content, or null
	 * @param fields field lines; Host and Content-Length are added
	 * @return the final response
	 */
	public Answer exchange(String method, String target, String content, String... fields) {
		StringBuilder head = new StringBuilder(
				method + " " + target + " HTTP/1.1\r\nHost: localhost:" + this.port + "\r\n");
		for (String field : fields) {
			head.append(field).append("\r\n");
		}
		if (content != null) {
			head.append("Content-Length: ").append(content.getBytes(StandardCharsets.UTF_8).length).append("\r\n");
		}
		head.append("\r\n");
		try (Connection connection = open()) {
			connection.write(head + ((content != null) ? content : ""));
			return connection.read(method);
		}
	}

	/**
	 * Sends octets as they are and reads one final response.
	 * @param octets a whole message, or what the test wants to pass for one
	 * @return the final response
	 */
	public Answer raw(String octets) {
		try (Connection connection = open()) {
			connection.write(octets);
			return connection.read(octets.startsWith("HEAD ") ? "HEAD" : "GET");
		}
	}

	public Connection open() {
		return new Connection(this.port);
	}

	/** A connection that a test keeps, to send several messages or half of one. */
	public static final class Connection implements AutoCloseable {

		private final Socket socket;

		private final InputStream in;

		Connection(int port) {
			try {
				this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
				this.socket.setSoTimeout(TIMEOUT_MILLISECONDS);
				this.socket.setTcpNoDelay(true);
				this.in = this.socket.getInputStream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		public void write(String octets) {
			write(octets.getBytes(StandardCharsets.UTF_8));
		}

		public void write(byte[] octets) {
			try {
				this.socket.getOutputStream().write(octets);
				this.socket.getOutputStream().flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Reads interim responses and the final one.
		 * @param method the method that it answers: HEAD has no content
		 * @return the final response, with the interim ones before it
		 */
		public Answer read(String method) {
			try {
				List<Answer> interim = new ArrayList<>();
				while (true) {
					Answer answer = readOne(method, List.copyOf(interim));
					if (answer.status() >= 200 || answer.status() == 101) {
						return answer;
					}
					interim.add(answer);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Reads a response as far as its header section.
		 * @return the response, without content
		 */
		public Answer readHead() {
			try {
				return head(List.of());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		public String readOctets(int count) {
			try {
				return new String(this.in.readNBytes(count), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Whether the server closes the connection, with nothing more sent.
		 * @return false if octets come instead, or nothing happens in time
		 */
		public boolean closedByServer() {
			try {
				return this.in.read() < 0;
			}
			catch (IOException ex) {
				return false;
			}
		}

		/**
		 * Reads on to the end of the connection.
		 * @return what came, and how the connection ended
		 */
		public Ending drain() {
			ByteArrayOutputStream octets = new ByteArrayOutputStream();
			try {
				for (int octet = this.in.read(); octet >= 0; octet = this.in.read()) {
					octets.write(octet);
				}
				return new Ending(octets.toString(StandardCharsets.UTF_8), false);
			}
			catch (SocketException ex) {
				return new Ending(octets.toString(StandardCharsets.UTF_8), true);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		public void shutdownOutput() {
			try {
				this.socket.shutdownOutput();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private Answer readOne(String method, List<Answer> interim) throws IOException {
			Answer head = head(interim);
			int status = head.status();
			if (status < 200 || status == 204 || status == 304 || "HEAD".equals(method)) {
				return head;
			}
			List<String> trailers = new ArrayList<>();
			byte[] content = content(head, trailers);
			return new Answer(head.statusLine(), head.fields(), content, List.copyOf(trailers), interim);
		}

		private Answer head(List<Answer> interim) throws IOException {
			String statusLine = line();
			if (statusLine == null) {
				throw new IOException("the server closed the connection without a response");
			}
			List<String> fields = new ArrayList<>();
			for (String line = line(); line != null && !line.isEmpty(); line = line()) {
				fields.add(line);
			}
			return new Answer(statusLine, fields, new byte[0], List.of(), interim);
		}

		private byte[] content(Answer head, List<String> trailers) throws IOException {
			if ("chunked".equals(head.field("Transfer-Encoding"))) {
				ByteArrayOutputStream content = new ByteArrayOutputStream();
				for (int size = chunkSize(); size > 0; size = chunkSize()) {
					content.write(this.in.readNBytes(size));
					line();
				}
				for (String line = line(); !line.isEmpty(); line = line()) {
					trailers.add(line);
				}
				return content.toByteArray();
			}
			String length = head.field("Content-Length");
			return (length != null) ? this.in.readNBytes(Integer.parseInt(length)) : this.in.readAllBytes();
		}

		private int chunkSize() throws IOException {
			return Integer.parseInt(line().replaceFirst(";.*", ""), 16);
		}

		private String line() throws IOException {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int octet = this.in.read(); octet != '\n'; octet = this.in.read()) {
				if (octet < 0) {
					return (line.size() > 0) ? line.toString(StandardCharsets.ISO_8859_1) : null;
				}
				if (octet != '\r') {
					line.write(octet);
				}
			}
			return line.toString(StandardCharsets.ISO_8859_1);
		}

		@Override
		public void close() {
			try {
				this.socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/**
	 * The last of a connection.
	 *
	 * @param octets what came
	 * @param reset whether it ended by a reset rather than in order
	 */
	public record Ending(String octets, boolean reset) {
	}

	/**
	 * A response as it came.
	 *
	 * @param statusLine the status line
	 * @param fields the field lines
	 * @param content the content, decoded from its transfer coding
	 * @param trailers the field lines of the trailer section, after chunked content
	 * @param interim the interim responses before it
	 */
	public record Answer(String statusLine, List<String> fields, byte[] content, List<String> trailers,
			List<Answer> interim) {

		public int status() {
			return Integer.parseInt(this.statusLine.split(" ")[1]);
		}

		/**
		 * A field's value.
		 * @param name the field's name
		 * @return the lines of the field, joined by commas; null if there is none
		 */
		public String field(String name) {
			List<String> values = fieldLines(name);
			return values.isEmpty() ? null : String.join(", ", values);
		}

		public List<String> fieldLines(String name) {
			String prefix = name.toLowerCase(Locale.ROOT) + ":";
			return this.fields.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
				.map((line) -> line.substring(prefix.length()).strip())
				.toList();
		}

		public String text() {
			return new String(this.content, StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JSON.readTree(this.content);
		}

		/** As a person would read it, for failure messages. */
		@Override
		public String toString() {
			return this.statusLine + "\n" + String.join("\n", this.fields) + "\n\n" + text();
		}

	}

}
