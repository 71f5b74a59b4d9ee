package dev.statuslab.forced.httpbin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.util.Fields;

/** Names with their values, as httpbin shows them: a list where a name repeats. */
final class Repeats {

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	static Map<String, Object> of(Fields fields) {
		Repeats repeats = new Repeats();
		for (Fields.Field field : fields) {
			field.getValues().forEach((value) -> repeats.add(field.getName(), value));
		}
		return repeats.shown();
	}

	void add(String name, String value) {
		this.values.computeIfAbsent(name, (absent) -> new ArrayList<>()).add(value);
	}

	/** Values and lists of values by name, in order. */
	Map<String, Object> shown() {
		Map<String, Object> shown = new LinkedHashMap<>();
		this.values.forEach((name, list) -> shown.put(name, (list.size() == 1) ? list.get(0) : list));
		return shown;
	}

}
