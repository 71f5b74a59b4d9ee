package dev.statuslab.http;

/**
 * What a redirect says to a person whose client did not follow it: a short note with the
 * new address as a hyperlink (RFC 9110 §15.4.2 to §15.4.9).
 *
 * @param status the status code: 301, 302, 303, 307 or 308
 * @param location the reference that the field Location carries
 * @param detail what the client is asked to do
 */
public record RedirectNote(int status, String location, String detail) {

	/**
	 * The note for a redirect.
	 * @param status the status code: 301, 302, 303, 307 or 308
	 * @param location the reference that the field Location carries
	 * @return the note
	 * @throws IllegalArgumentException if the status code is no automatic redirect
	 */
	public static RedirectNote of(int status, String location) {
		return new RedirectNote(status, location, detail(status));
	}

	private static String detail(int status) {
		return switch (status) {
			case 301 -> "This has moved for good: use the new address from now on. "
					+ "A client may turn POST into GET on the way and leave the content behind.";
			case 302 -> "This is at another address for now: keep using the old one. "
					+ "A client may turn POST into GET on the way and leave the content behind.";
			case 303 -> "The answer is at another address: GET it there, whatever the method was here.";
			case 307 -> "This is at another address for now: keep using the old one. "
					+ "The same method and content go there.";
			case 308 ->
				"This has moved for good: use the new address from now on. " + "The same method and content go there.";
			default -> throw new IllegalArgumentException("Not an automatic redirect: " + status);
		};
	}

	/**
	 * The note as a page.
	 * @return HTML
	 */
	public String html() {
		String address = escape(this.location);
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>%1$d</title></head>
				<body>
				<p>%1$d: %2$s</p>
				<p><a href="%3$s">%3$s</a></p>
				</body>
				</html>
				""".formatted(this.status, escape(this.detail), address);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
