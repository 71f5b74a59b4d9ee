package dev.statuslab.demo.form;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.statuslab.http.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * What a guest left.
 *
 * @param name the guest's name
 * @param note what else the guest wanted to say
 * @param signedAt when it was accepted
 */
record GuestbookEntry(String name, String note, Instant signedAt) {

	/** The most characters of a name. */
	static final int LONGEST_NAME = 40;

	/** The most characters of a note. */
	static final int LONGEST_NOTE = 200;

	/**
	 * Reads the form.
	 * @param form the controls of the form, by name
	 * @param now when it arrived
	 * @return the entry
	 * @throws ProblemException 422 that tells every control that can't be accepted
	 */
	static GuestbookEntry of(MultiValueMap<String, String> form, Instant now) {
		Map<String, String> faults = new LinkedHashMap<>();
		String name = control(form, "name", LONGEST_NAME, faults);
		String note = control(form, "note", LONGEST_NOTE, faults);
		if (!faults.isEmpty()) {
			throw new ProblemException(422, "The form can't be accepted as it is; mend it and send it again.")
				.with("errors", faults);
		}
		return new GuestbookEntry(name, note, now);
	}

	private static String control(MultiValueMap<String, String> form, String name, int longest,
			Map<String, String> faults) {
		String value = stripped(form.getFirst(name));
		if (value.isEmpty()) {
			faults.put(name, "is missing or empty");
		}
		else if (value.codePointCount(0, value.length()) > longest) {
			faults.put(name, "is longer than " + longest + " characters");
		}
		return value;
	}

	private static String stripped(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

}
