package dev.statuslab.recipe;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.statuslab.data.Language;

/**
 * A recipe as a shell script that plays it with curl and tells of each step whether its
 * status code was the expected one. What curl can't do (frames of another protocol)
 * stands there as a comment.
 */
final class CurlScript {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z]+}");

	private static final String HEAD = """
			# Usage: sh %1$s.sh [address]      with curl; exit code 0 if every step was answered as expected
			S=${1:-http://localhost:8080}
			O=$(printf '%%s' "$S" | sed 's|\\(://[^/]*\\).*|\\1|')
			host=${O#*://} base=${S#"$O"} run=x$$ failed=0
			work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

			field() { # name: its value in the last head
				tr -d '\\r' <"$work/head" | sed -n "s/^$1: *//Ip" | tail -n 1
			}
			member() { # name: its value in the JSON content
				sed -En "s/.*\\"$1\\": *\\"([^\\"]*)\\".*/\\1/p; s/.*\\"$1\\": *([^\\",}]+).*/\\1/p" "$work/body" | head -n 1
			}
			expect() { # status code
				got=$(sed -n 's/^HTTP\\/[0-9.]* \\([0-9][0-9]*\\).*/\\1/p' "$work/head" | tail -n 1)
				if [ "$got" = "$1" ]; then echo "ok     $1"; else echo "FAILED ${got:-nothing}, expected $1" && failed=1; fi
			}
			ask() { # arguments of curl
				: >"$work/head"
				curl -sS --max-time 20 -D "$work/head" -o "$work/body" "$@"
			}
			""";

	private final StringBuilder script = new StringBuilder();

	private final Language language;

	private CurlScript(Language language) {
		this.language = language;
	}

	static String of(Recipe recipe, Language language) {
		CurlScript script = new CurlScript(language);
		script.line("#!/bin/sh");
		script.line("# " + recipe.id() + ": " + recipe.story().in(language));
		script.line(HEAD.formatted(recipe.id()));
		script.scenario(recipe.earns());
		script.scenario(recipe.twin());
		script.line("exit $failed");
		return script.script.toString();
	}

	private void scenario(Scenario scenario) {
		line("run=${run}s");
		line("echo " + quoted("* " + scenario.title().in(this.language)));
		for (Step step : scenario.steps()) {
			line("# " + step.does().in(this.language));
			if (step.expect().octets() != null) {
				line("# (octets of another protocol: not with curl)");
				continue;
			}
			if (step.after() > 0) {
				line("sleep " + seconds(step.after()));
			}
			if (step.repeat() > 1) {
				line("for time in $(seq " + step.repeat() + "); do");
			}
			line(step.send().raw().isEmpty() ? request(step.send()) : raw(step.send()));
			if (step.expect().status() != null) {
				line("expect " + step.expect().status());
			}
			if (step.repeat() > 1) {
				line("done");
			}
			step.capture().forEach(this::capture);
		}
		line("");
	}

	private void capture(String name, Capture capture) {
		String json = capture.json();
		String value = (capture.field() != null) ? "field " + capture.field()
				: "member " + String.valueOf(json).substring(String.valueOf(json).lastIndexOf('/') + 1);
		String part = (capture.pattern() != null)
				? " | sed -En " + quoted("s~.*" + posix(capture.pattern()) + ".*~\\1~p") : "";
		line(name + "=$(" + value + part + ")");
	}

	/** The pattern as POSIX knows it, without the anchors that the rest of it is. */
	private static String posix(String pattern) {
		return pattern.replace("\\d", "[0-9]")
			.replace("\\w", "[A-Za-z0-9_]")
			.replaceAll("^\\^", "")
			.replaceAll("\\$$", "");
	}

	private static String request(Message message) {
		StringBuilder command = new StringBuilder("ask");
		boolean content = message.content() != null || !message.chunks().isEmpty();
		command.append("HEAD".equals(message.method()) ? " --head" : " -X " + quoted(message.method()));
		boolean typed = false;
		for (String line : message.fields()) {
			typed |= line.toLowerCase(Locale.ROOT).startsWith("content-type:");
			command.append(" -H ").append(quoted(line));
		}
		if (message.expectContinue()) {
			command.append(" -H 'Expect: 100-continue'");
		}
		if (!message.chunks().isEmpty()) {
			command.append(" -H 'Transfer-Encoding: chunked'");
		}
		if (content) {
			command.append(typed ? "" : " -H 'Content-Type:'")
				.append(" --data-binary ")
				.append(quoted((message.content() != null) ? message.content() : String.join("", message.chunks())));
		}
		return command.append(' ').append(target(String.valueOf(message.target()))).toString();
	}

	private static String target(String target) {
		if (target.startsWith("/")) {
			return quoted(target).replaceFirst("^\"", "\"\\$S");
		}
		if (target.startsWith("${")) {
			return quoted(target).replaceFirst("^\"", "\"\\$O");
		}
		// the absolute form, or an asterisk
		return "--request-target " + quoted(target) + " \"$O\"";
	}

	private static String raw(Message message) {
		StringBuilder command = new StringBuilder(": >\"$work/head\"; {");
		for (Message.RawPart part : message.raw()) {
			if (part.pause() != null) {
				command.append(" sleep ").append(seconds(part.pause())).append(';');
			}
			else {
				String octets = (part.octets() != null) ? escaped(part.octets()) : octal(String.valueOf(part.hex()));
				command.append(" printf \"").append(octets).append("\";");
			}
		}
		return command
			.append(" } | curl -sS --max-time 20 \"telnet://$host\" >\"$work/head\"; cp \"$work/head\" \"$work/body\"")
			.toString();
	}

	private static String octal(String hex) {
		StringBuilder octal = new StringBuilder();
		for (byte octet : HexFormat.of().parseHex(hex)) {
			octal.append("\\%03o".formatted(octet & 0xFF));
		}
		return octal.toString();
	}

	/**
	 * Within double quotes, for printf: control characters by name, variables as they
	 * are.
	 */
	private static String escaped(String text) {
		String escaped = text.replace("%", "%%").replace("\\", "\\\\\\\\");
		return protect(escaped).replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
	}

	/** Between double quotes, with the recipe's variables as the shell's own. */
	private static String quoted(String text) {
		return "\"" + protect(text.replace("\\", "\\\\")) + "\"";
	}

	private static String protect(String text) {
		Matcher variables = VARIABLE.matcher(text);
		StringBuilder protectedText = new StringBuilder();
		int from = 0;
		while (variables.find()) {
			protectedText.append(escape(text.substring(from, variables.start()))).append(variables.group());
			from = variables.end();
		}
		return protectedText.append(escape(text.substring(from))).toString();
	}

	private static String escape(String text) {
		return text.replaceAll("[\"$`]", "\\\\$0");
	}

	private static String seconds(int milliseconds) {
		return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
	}

	private void line(String line) {
		this.script.append(line).append('\n');
	}

}
