package dev.statuslab.demo.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/** The book as a page, with the form to sign it. */
final class GuestbookPage {

	private GuestbookPage() {
	}

	static String of(List<GuestbookEntry> entries) {
		String items = entries.stream()
			.map((entry) -> "<li>%s: %s</li>\n".formatted(escape(entry.name()), escape(entry.note())))
			.collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>Guest book</title></head>
				<body>
				<h1>Guest book</h1>
				<form method="post">
				<p><label>Name <input name="name" maxlength="%d" required></label></p>
				<p><label>Note <input name="note" maxlength="%d" required></label></p>
				<p><button>Sign</button></p>
				</form>
				<ul>
				%s</ul>
				</body>
				</html>
				""".formatted(GuestbookEntry.LONGEST_NAME, GuestbookEntry.LONGEST_NOTE, items);
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

}
