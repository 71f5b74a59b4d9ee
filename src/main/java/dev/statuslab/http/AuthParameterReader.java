package dev.statuslab.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a list of parameters in one walk over the text; a pattern would recurse on long
 * quoted-strings.
 */
final class AuthParameterReader {

	private final String text;

	private int at;

	AuthParameterReader(String text) {
		this.text = text;
	}

	List<AuthParameter> list() {
		List<AuthParameter> read = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (skip(" \t,"); this.at < this.text.length(); skip(" \t,")) {
			AuthParameter parameter = parameter();
			if (!names.add(parameter.name().toLowerCase(Locale.ROOT))) {
				throw new IllegalArgumentException(parameter.name() + " stands twice");
			}
			read.add(parameter);
			skip(" \t");
			if (this.at < this.text.length()) {
				expect(',', "a comma after the value of " + parameter.name());
			}
		}
		return read;
	}

	private AuthParameter parameter() {
		String name = token("the name of a parameter");
		skip(" \t");
		expect('=', "an equals sign after " + name);
		skip(" \t");
		boolean quoted = this.at < this.text.length() && this.text.charAt(this.at) == '"';
		return new AuthParameter(name, quoted ? quotedString() : token("the value of " + name), quoted);
	}

	private String token(String expected) {
		int start = this.at;
		while (this.at < this.text.length() && AuthParameters.isToken(this.text.charAt(this.at))) {
			this.at++;
		}
		if (this.at == start) {
			throw missing(expected);
		}
		return this.text.substring(start, this.at);
	}

	private String quotedString() {
		StringBuilder value = new StringBuilder();
		for (this.at++; this.at < this.text.length(); this.at++) {
			char character = this.text.charAt(this.at);
			if (character == '"') {
				this.at++;
				return value.toString();
			}
			if (character == '\\' && this.at + 1 < this.text.length()) {
				character = this.text.charAt(++this.at);
			}
			if ((character < ' ' && character != '\t') || character == 0x7F) {
				throw new IllegalArgumentException("A control character stands in a quoted-string");
			}
			value.append(character);
		}
		throw missing("the closing quote");
	}

	private void skip(String characters) {
		while (this.at < this.text.length() && characters.indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
	}

	private void expect(char character, String expected) {
		if (this.at >= this.text.length() || this.text.charAt(this.at) != character) {
			throw missing(expected);
		}
		this.at++;
	}

	private IllegalArgumentException missing(String expected) {
		return new IllegalArgumentException("Expected " + expected + " at position " + (this.at + 1));
	}

}
