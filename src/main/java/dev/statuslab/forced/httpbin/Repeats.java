package dev.statuslab.forced.httpbin;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.jetty.util.Fields;

/**
 * Names with their values, as httpbin shows them.
 *
 * @param shown a value for each name, or a list of them where the name repeats; in order
 */
record Repeats(@JsonValue Map<String, Object> shown) {

	/** No name at all. */
	static final Repeats NONE = new Repeats(Map.of());

	static Repeats of(Fields fields) {
		Map<String, Object> shown = new LinkedHashMap<>();
		for (Fields.Field field : fields) {
			shown.put(field.getName(), field.hasMultipleValues() ? field.getValues() : field.getValue());
		}
		return new Repeats(shown);
	}

}
