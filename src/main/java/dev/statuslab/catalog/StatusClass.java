package dev.statuslab.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * A class of status codes (RFC 9110 §15): the first digit, and what a recipient may take
 * from it alone.
 *
 * @param id {@code 1xx} to {@code 5xx}
 * @param name its name in one word, such as {@code redirection}
 * @param title its name for people
 * @param meaning what it says about the request
 * @param treatAs the code as which an unknown code of this class is treated
 * @param spec the clause that defines it
 */
public record StatusClass(@JsonProperty("class") String id, String name, Text title, Text meaning, int treatAs,
		Spec spec) {

	public StatusClass {
		InvalidEntryException.written("class", id);
		InvalidEntryException.written("name", name);
		InvalidEntryException.required("title", title);
		InvalidEntryException.required("meaning", meaning);
		InvalidEntryException.required("spec", spec);
	}

	/**
	 * Whether a visitor's word means this class.
	 * @param word for example {@code 3xx}, {@code 3} or {@code redirection}
	 * @return whether it does
	 */
	public boolean answersTo(@Nullable String word) {
		return this.id.equalsIgnoreCase(word) || this.id.substring(0, 1).equals(word)
				|| this.name.equalsIgnoreCase(word);
	}

}
