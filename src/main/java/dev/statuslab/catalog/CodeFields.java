package dev.statuslab.catalog;

import java.util.List;
import java.util.stream.Stream;

import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * The fields that matter with a code.
 *
 * @param response fields of the response
 * @param request fields of the request
 */
public record CodeFields(ResponseFields response, List<Field> request) {

	public CodeFields {
		InvalidEntryException.required("response", response);
		InvalidEntryException.required("request", request);
	}

	/**
	 * Every field, in whichever role.
	 * @return the fields of request and response
	 */
	public List<Field> all() {
		return Stream
			.of(this.request, this.response.required(), this.response.recommended(), this.response.related(),
					this.response.forbidden())
			.flatMap(List::stream)
			.toList();
	}

	/**
	 * The fields of a response, by how strongly they go with the code.
	 *
	 * @param required without which it is not well-formed
	 * @param recommended which it should have
	 * @param related which are often seen with it
	 * @param forbidden which it must not have
	 */
	public record ResponseFields(List<Field> required, List<Field> recommended, List<Field> related,
			List<Field> forbidden) {

		public ResponseFields {
			InvalidEntryException.required("required", required);
			InvalidEntryException.required("recommended", recommended);
			InvalidEntryException.required("related", related);
			InvalidEntryException.required("forbidden", forbidden);
		}

	}

	/**
	 * A field, and on what condition it matters.
	 *
	 * @param name the field's name
	 * @param value a literal value, where only that counts
	 * @param when the condition, if there is one
	 */
	public record Field(String name, @Nullable String value, @Nullable Text when) {

		public Field {
			InvalidEntryException.written("name", name);
		}

	}

}
