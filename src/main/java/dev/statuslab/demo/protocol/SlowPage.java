package dev.statuslab.demo.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** The page whose slow part is a report. */
final class SlowPage {

	private SlowPage() {
	}

	static String html(String styleSheet, List<Chapter> chapters) {
		String items = chapters.stream()
			.map((chapter) -> "<li>%d to %d: %d, with %d steps</li>\n".formatted(chapter.first(), chapter.last(),
					chapter.number(), chapter.steps()))
			.collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><title>A slow page</title>
				<link rel="stylesheet" href="%s"></head>
				<body>
				<h1>A slow page</h1>
				<p>Halve an even number, triple an odd one and add one: the longest ways to 1.</p>
				<ul>
				%s</ul>
				</body>
				</html>
				""".formatted(styleSheet, items);
	}

}
