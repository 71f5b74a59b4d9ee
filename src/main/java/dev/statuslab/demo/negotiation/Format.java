package dev.statuslab.demo.negotiation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** The media types of the greeting, in order of the server's preference. */
enum Format {

	/** For a terminal. */
	TEXT("txt", "text/plain", true) {
		@Override
		String write(Language language) {
			return language.greeting() + "\n";
		}
	},

	/** For a program. */
	JSON("json", "application/json", false) {
		@Override
		String write(Language language) {
			return MAPPER.writeValueAsString(Map.of("greeting", language.greeting())) + "\n";
		}
	},

	/** For a browser. */
	HTML("html", "text/html", true) {
		@Override
		String write(Language language) {
			return """
					<!DOCTYPE html>
					<html lang="%1$s">
					<head><meta charset="utf-8"><title>%2$s</title></head>
					<body><p>%2$s</p></body>
					</html>
					""".formatted(language.tag(), language.greeting());
		}
	};

	private static final JsonMapper MAPPER = new JsonMapper();

	private final String extension;

	private final String type;

	private final boolean withCharset;

	Format(String extension, String type, boolean withCharset) {
		this.extension = extension;
		this.type = type;
		this.withCharset = withCharset;
	}

	abstract String write(Language language);

	/** What the addresses of its variants end in. */
	String extension() {
		return this.extension;
	}

	/** The media type without parameters. */
	String type() {
		return this.type;
	}

	/** The value of Content-Type. */
	String contentType() {
		return this.withCharset ? this.type + ";charset=utf-8" : this.type;
	}

	/** Its attributes in a variant description (RFC 2295 §5.3). */
	String attributes() {
		return "{type " + this.type + "}" + (this.withCharset ? " {charset utf-8}" : "");
	}

	static Format of(String type) {
		return Arrays.stream(values()).filter((format) -> format.type.equals(type)).findFirst().orElseThrow();
	}

	static List<String> types() {
		return Arrays.stream(values()).map(Format::type).toList();
	}

}
