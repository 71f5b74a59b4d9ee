package dev.statuslab.http;

/**
 * One parameter of a challenge or of credentials.
 *
 * @param name its name
 * @param value its value, without quotes and escapes
 * @param quoted whether it is written as a quoted-string
 */
record AuthParameter(String name, String value, boolean quoted) {

	/** The parameter as it stands in a field. */
	@Override
	public String toString() {
		String written = this.quoted ? '"' + this.value.replaceAll("[\"\\\\]", "\\\\$0") + '"' : this.value;
		return this.name + "=" + written;
	}

}
