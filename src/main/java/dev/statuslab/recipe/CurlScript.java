package dev.statuslab.recipe;

import java.util.stream.Stream;

import dev.statuslab.data.Language;

/**
 * A recipe as a shell script that plays it with curl and tells of each step whether its
 * status code was the expected one. What curl can't do (frames of another protocol)
 * stands there as a comment.
 */
final class CurlScript {

	private static final String HEAD = """
			# Usage: sh %1$s.sh [address]%3$s      with curl; exit code 0 if every step was answered as expected
			S=${1:-http://localhost:8080}
			O=$(printf '%%s' "$S" | sed 's|\\(://[^/]*\\).*|\\1|')
			%2$shost=${O#*://} base=${S#"$O"} run=x$$ failed=0
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

	/** Where those beside the main one are, as authorities. */
	private static final String LISTENERS = "proxy=${2:-localhost:8081} portal=${3:-localhost:8082}\n";

	private final StringBuilder script = new StringBuilder();

	private final Language language;

	private CurlScript(Language language) {
		this.language = language;
	}

	static String of(Recipe recipe, Language language) {
		CurlScript script = new CurlScript(language);
		script.line("#!/bin/sh");
		script.line("# " + recipe.id() + ": " + recipe.story().in(language));
		boolean beside = Stream.of(recipe.earns(), recipe.twin())
			.flatMap((scenario) -> scenario.steps().stream())
			.anyMatch((step) -> step.listener() != null);
		script.line(HEAD.formatted(recipe.id(), beside ? LISTENERS : "", beside ? " [proxy] [portal]" : ""));
		script.scenario(recipe.earns());
		script.scenario(recipe.twin());
		script.line("exit $failed");
		return script.script.toString();
	}

	private void scenario(Scenario scenario) {
		boolean background = scenario.steps().stream().anyMatch(Step::background);
		line(background ? "run=${run}s jobs=" : "run=${run}s");
		line("echo " + ShellText.quoted("* " + scenario.title().in(this.language)));
		scenario.steps().forEach(this::step);
		if (background) {
			line("for job in $jobs; do wait \"$job\" || failed=1; done");
		}
		line("");
	}

	private void step(Step step) {
		line("# " + step.does().in(this.language));
		if (!CurlCommand.possible(step)) {
			line("# (not with curl: octets of another protocol, a false count of Digest, or in a tunnel that it has closed)");
			return;
		}
		if (step.after() > 0) {
			line("sleep " + ShellText.seconds(step.after()));
		}
		if (step.repeat() > 1) {
			line("for time in $(seq " + step.repeat() + "); do");
		}
		if (step.background()) {
			line("( work=$(mktemp -d \"$work/XXXXXX\") failed=0");
		}
		line(CurlCommand.of(step));
		if (step.expect().status() != null) {
			line("expect " + step.expect().status());
		}
		if (step.background()) {
			line("exit $failed ) & jobs=\"$jobs $!\"");
		}
		if (step.repeat() > 1) {
			line("done");
		}
		step.capture().forEach(this::capture);
	}

	private void capture(String name, Capture capture) {
		String json = capture.json();
		String value = (capture.field() != null) ? "field " + capture.field()
				: "member " + String.valueOf(json).substring(String.valueOf(json).lastIndexOf('/') + 1);
		String part = (capture.pattern() != null)
				? " | sed -En " + ShellText.quoted("s~.*" + ShellText.posix(capture.pattern()) + ".*~\\1~p") : "";
		line(name + "=$(" + value + part + ")");
	}

	private void line(String line) {
		this.script.append(line).append('\n');
	}

}
