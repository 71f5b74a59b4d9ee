package dev.statuslab.demo.teapot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** What a request to a pot asks for, by the media type of its content. */
enum Beverage {

	/** RFC 2324 has two names for the type: that of §4, and that of §2.1.1. */
	COFFEE("message/coffeepot", "application/coffee-pot-command"),

	/** RFC 7168 §3. */
	TEA("message/teapot");

	private final List<MediaType> types;

	Beverage(String... types) {
		this.types = Arrays.stream(types).map(MediaType::parseMediaType).toList();
	}

	/**
	 * Tells the beverage.
	 * @param contentType the value of Content-Type, if there is one
	 * @param possible what the pot has heard of
	 * @return one of them
	 * @throws HttpMediaTypeNotSupportedException if the type is of none of them
	 */
	static Beverage of(@Nullable String contentType, Beverage... possible) throws HttpMediaTypeNotSupportedException {
		MediaType type = read(contentType);
		return Arrays.stream(possible)
			.filter((beverage) -> type != null && beverage.types.stream().anyMatch(type::equalsTypeAndSubtype))
			.findFirst()
			.orElseThrow(() -> new HttpMediaTypeNotSupportedException(type,
					Stream.of(possible).flatMap((beverage) -> beverage.types.stream()).toList()));
	}

	/** The media type that names it. */
	String type() {
		return this.types.get(0).toString();
	}

	private static @Nullable MediaType read(@Nullable String contentType) {
		try {
			return (contentType != null) ? MediaType.parseMediaType(contentType) : null;
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

}
