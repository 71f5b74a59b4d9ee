package dev.statuslab.demo.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields of a message that go on to the next hop, names in any case (RFC 9110 §7.6).
 *
 * @param lines the lines of each field
 */
record ForwardedFields(Map<String, List<String>> lines) {

	/** The name by which this gateway is known in Via: no host, no port. */
	static final String PSEUDONYM = "statuslab";

	static final String VIA = "Via";

	/** RFC 9110 §7.6.1, whether Connection names them or not. */
	private static final Set<String> HOP_BY_HOP = Set.of("Connection", "Keep-Alive", "Proxy-Connection", "TE",
			"Transfer-Encoding", "Upgrade");

	/** What each hop makes anew: whom it is for, and how long it is (RFC 9112 §6). */
	private static final Set<String> MADE_ANEW = Set.of("Host", "Content-Length", "Expect", "HTTP2-Settings");

	ForwardedFields {
		Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		lines.forEach((name, values) -> copy.put(name, List.copyOf(values)));
		lines = Collections.unmodifiableMap(copy);
	}

	/**
	 * Passes a message's fields on, without those that concern one connection only (RFC
	 * 9110 §7.6.1), and with a member for this hop in Via (RFC 9110 §7.6.3).
	 * @param received the fields as they arrived
	 * @param protocol the protocol version of the message that arrived, such as
	 * {@code 1.1}
	 * @return the fields to send
	 */
	static ForwardedFields of(Map<String, List<String>> received, String protocol) {
		Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		fields.putAll(received);
		Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		ours.addAll(HOP_BY_HOP);
		ours.addAll(MADE_ANEW);
		for (String line : fields.getOrDefault("Connection", List.of())) {
			ours.addAll(List.of(line.strip().split("[ \\t]*,[ \\t]*")));
		}
		fields.keySet().removeAll(ours);
		List<String> via = new ArrayList<>(fields.getOrDefault(VIA, List.of()));
		via.add(protocol + " " + PSEUDONYM);
		fields.put(VIA, List.of(String.join(", ", via)));
		return new ForwardedFields(fields);
	}

	/** The lines of a field, none where it is absent. */
	List<String> lines(String name) {
		return this.lines.getOrDefault(name, List.of());
	}

}
