package dev.statuslab.lab;

/**
 * A field line (RFC 9110 §5).
 *
 * @param name the field's name, as it is or was written
 * @param value its value
 */
public record Field(String name, String value) {

	@Override
	public String toString() {
		return this.name + ": " + this.value;
	}

}
