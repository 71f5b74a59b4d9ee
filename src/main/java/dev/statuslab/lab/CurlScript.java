package dev.statuslab.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as a shell script: curl does each exercise, following redirects and keeping
 * cookies, and tells what it saw.
 */
final class CurlScript {

	/** The type of shell scripts. */
	static final String TYPE = "text/x-shellscript";

	private static final String HEAD = """
			#!/bin/sh
			# All exercises of a client lab, done by curl. Then see the report: %1$s
			command -v curl >/dev/null || { echo 'curl is needed' >&2; exit 1; }
			dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
			tell() { # URL, request, and a line: exit code, status, URL, error
			  code=$(printf '%%s' "$3" | cut -f1) status=$(printf '%%s' "$3" | cut -f2)
			  url=$(printf '%%s' "$3" | cut -f3) error=$(printf '%%s' "$3" | cut -f4)
			  printf '%%s %%s: %%s %%s %%s\\n' "${1##*/}" "$2" "$status" "$url" "$error"
			  set -- "$1/told?request=$2" "$2"
			  if [ "$code" = 0 ]; then
			    head -c 200 "$dir/$2" >"$dir/beginning" 2>/dev/null || : >"$dir/beginning"
			    curl -sS -o /dev/null -X POST -G --data-urlencode "status=$status" --data-urlencode "url=$url" \\
			      --data-urlencode "content@$dir/beginning" "$1"
			  else
			    curl -sS -o /dev/null -X POST -G --data-urlencode "error=curl $code: $error" "$1"
			  fi
			}
			tells() { # URL, first request
			  n=$2
			  while IFS= read -r line; do tell "$1" "$n" "$line"; n=$((n+1)); done <"$dir/out"
			}
			report='%%{exitcode}\\t%%{http_code}\\t%%{url_effective}\\t%%{errormsg}\\n'
			""";

	private CurlScript() {
	}

	static String of(Plan plan, String report) {
		StringBuilder script = new StringBuilder(HEAD.formatted(report));
		for (Plan.PlannedExercise exercise : plan.exercises()) {
			script.append("\n# ").append(exercise.name()).append(": ").append(exercise.task()).append('\n');
			script.append("rm -f \"$dir\"/[0-9]* \"$dir/jar\"\n");
			uploads(script, exercise.requests());
			add(script, exercise);
		}
		return script.append("\ncurl -sS -H 'Accept: text/plain' ").append(quoted(report)).append('\n').toString();
	}

	/**
	 * What curl is to PUT it takes from a file; told the method alone, it changes none.
	 */
	private static void uploads(StringBuilder script, List<PlannedRequest> requests) {
		for (int i = 1; i <= requests.size(); i++) {
			PlannedRequest request = requests.get(i - 1);
			if (request.method().equals("PUT")) {
				String content = (request.content() != null) ? "printf %s " + quoted(request.content())
						: filling((request.size() != null) ? request.size() : 0);
				script.append(content).append(" >\"$dir/").append(i).append(".put\"\n");
			}
		}
	}

	private static String filling(int size) {
		return "head -c " + size + " /dev/zero | tr '\\0' x";
	}

	private static void add(StringBuilder script, Plan.PlannedExercise exercise) {
		List<PlannedRequest> requests = exercise.requests();
		int first = 1;
		for (int i = 1; i <= requests.size(); i++) {
			PlannedRequest request = requests.get(i - 1);
			boolean begins = i == 1 || request.pause() != null;
			if (begins && i > 1) {
				script.append(" >\"$dir/out\"\ntells ").append(quoted(exercise.url())).append(' ').append(first);
				script.append('\n');
				first = i;
			}
			if (request.pause() != null) {
				script.append("sleep ").append(request.pause()).append('\n');
			}
			// one curl for several, so that connections are kept
			script.append(begins ? "curl" : " \\\n  --next").append(line(request, i));
		}
		script.append(" >\"$dir/out\"\ntells ").append(quoted(exercise.url())).append(' ').append(first).append('\n');
	}

	private static String line(PlannedRequest request, int number) {
		StringBuilder line = new StringBuilder(" -sL -m 30 -b \"$dir/jar\" -c \"$dir/jar\" -w \"$report\" -o ");
		line.append(request.method().equals("HEAD") ? "/dev/null" : "\"$dir/" + number + "\"");
		boolean sends = request.content() != null || request.size() != null;
		boolean put = request.method().equals("PUT");
		switch (request.method()) {
			case "PUT" -> line.append(" -T \"$dir/").append(number).append(".put\"");
			case "GET" -> {
			}
			case "HEAD" -> line.append(" -I");
			case "POST" -> line.append(sends ? "" : " -d ''");
			default -> line.append(" -X ").append(request.method());
		}
		if (request.content() != null && !put) {
			line.append(" --data-binary ").append(quoted(request.content()));
		}
		if (request.size() != null && !put) {
			line.append(" --data-binary \"$(").append(filling(request.size())).append(")\"");
		}
		if (request.fields() != null) {
			for (Map.Entry<String, String> field : request.fields().entrySet()) {
				line.append(" -H ").append(quoted(field.getKey() + ": " + field.getValue()));
			}
		}
		PlannedRequest.Credentials credentials = request.credentials();
		if (credentials != null) {
			line.append(" -u ").append(quoted(credentials.user() + ":" + credentials.password()));
			line.append((credentials.scheme() != null) ? " --" + credentials.scheme().toLowerCase(Locale.ROOT)
					: " --anyauth");
		}
		return line.append(' ').append(quoted(request.url())).toString();
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
