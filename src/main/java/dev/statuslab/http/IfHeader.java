package dev.statuslab.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * WebDAV's If (RFC 4918 §10.4): lists of conditions on states, of which one must hold as
 * a whole. It also submits the state tokens that stand in it, whether they are negated or
 * not.
 *
 * @param lists the lists, at least one
 */
public record IfHeader(List<StateList> lists) {

	/** The field's name. */
	public static final String FIELD = "If";

	private static final Pattern PART = Pattern
		.compile("[ \\t]*+(?:<([^<>\\s]++)>|\\[((?:W/)?\"[^\"]*+\")]|([()]|(?i:not)(?=[ \\t<\\[])))[ \\t]*+");

	public IfHeader {
		lists = List.copyOf(lists);
	}

	/**
	 * Reads a field value.
	 * @param value the value
	 * @return what it says
	 * @throws IllegalArgumentException if the value breaks the grammar
	 */
	public static IfHeader parse(String value) {
		List<StateList> lists = new ArrayList<>();
		List<Condition> conditions = null;
		String resource = null;
		boolean tagged = false;
		boolean waiting = false;
		boolean not = false;
		Matcher part = PART.matcher(value);
		int end = 0;
		while (end < value.length() && part.region(end, value.length()).lookingAt()) {
			end = part.end();
			String sign = (part.group(3) != null) ? part.group(3).toLowerCase(Locale.ROOT) : "";
			boolean open = conditions != null;
			if (!open && "(".equals(sign)) {
				conditions = new ArrayList<>();
				waiting = false;
			}
			else if (!open && part.group(1) != null && !waiting && (tagged || lists.isEmpty())) {
				resource = part.group(1);
				tagged = true;
				waiting = true;
			}
			else if (open && ")".equals(sign) && !conditions.isEmpty() && !not) {
				lists.add(new StateList(resource, conditions));
				conditions = null;
			}
			else if (open && "not".equals(sign) && !not) {
				not = true;
			}
			else if (open && sign.isEmpty()) {
				EntityTag tag = (part.group(2) != null) ? EntityTag.parse(part.group(2)) : null;
				conditions.add(new Condition(not, part.group(1), tag));
				not = false;
			}
			else {
				throw malformed();
			}
		}
		if (end < value.length() || conditions != null || waiting || lists.isEmpty()) {
			throw malformed();
		}
		return new IfHeader(lists);
	}

	/**
	 * The state tokens that are submitted (RFC 4918 §10.4.1).
	 * @return the tokens, each a URI
	 */
	public Set<String> stateTokens() {
		return this.lists.stream()
			.flatMap((list) -> list.conditions().stream())
			.map(Condition::stateToken)
			.filter((token) -> token != null)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Evaluates it (RFC 4918 §10.4.3).
	 * @param states gives the state of a resource by the reference in its tag, or of the
	 * target by null
	 * @return whether all conditions of a list are true
	 */
	public boolean matches(Function<@Nullable String, State> states) {
		return this.lists.stream().anyMatch((list) -> {
			State state = states.apply(list.resource());
			return list.conditions().stream().allMatch((condition) -> condition.matches(state));
		});
	}

	private static IllegalArgumentException malformed() {
		return new IllegalArgumentException("Expected lists such as (<urn:uuid:…> [\"tag\"]) or <resource> (…)");
	}

	/** What conditions are about. */
	public interface State {

		/**
		 * Whether a state token belongs to the resource.
		 * @param token the token
		 * @return whether it is in the scope of that lock
		 */
		boolean hasToken(String token);

		/**
		 * Whether the resource has this representation now.
		 * @param tag an entity tag, to be compared strongly
		 * @return whether it has
		 */
		boolean hasTag(EntityTag tag);

	}

	/**
	 * Conditions that must hold together.
	 *
	 * @param resource the reference that the list is tagged with; null for the target
	 * @param conditions the conditions, at least one
	 */
	public record StateList(@Nullable String resource, List<Condition> conditions) {

		public StateList {
			conditions = List.copyOf(conditions);
		}

	}

	/**
	 * A condition: on one of the two.
	 *
	 * @param not whether it is negated
	 * @param stateToken a state token
	 * @param entityTag an entity tag
	 */
	public record Condition(boolean not, @Nullable String stateToken, @Nullable EntityTag entityTag) {

		boolean matches(State state) {
			boolean holds = (this.stateToken != null) ? state.hasToken(this.stateToken)
					: this.entityTag != null && state.hasTag(this.entityTag);
			return holds != this.not;
		}

	}

}
