package dev.statuslab.recipe;

import java.util.Locale;

import dev.statuslab.recipe.Message.DigestUser;
import dev.statuslab.recipe.Message.Filler;

/** A message as the command line that sends it with curl. */
final class CurlCommand {

	private CurlCommand() {
	}

	/** Whether curl can take a step. */
	static boolean possible(Step step) {
		DigestUser digest = step.send().digest();
		return step.expect().octets() == null && (digest == null || digest.count() == null);
	}

	static String of(Message message) {
		return message.raw().isEmpty() ? request(message) : raw(message);
	}

	private static String request(Message message) {
		Filler filler = message.filler();
		StringBuilder command = new StringBuilder((filler != null) ? ShellText.filler(filler.octets()) + " | " : "");
		boolean content = message.content() != null || filler != null || !message.chunks().isEmpty();
		boolean chunked = !message.chunks().isEmpty() || (filler != null && filler.chunk() != null);
		command.append("ask");
		command.append("HEAD".equals(message.method()) ? " --head" : " -X " + ShellText.quoted(message.method()));
		boolean typed = false;
		for (String line : message.fields()) {
			typed |= line.toLowerCase(Locale.ROOT).startsWith("content-type:");
			command.append(" -H ").append(ShellText.quoted(line));
		}
		if (message.expectContinue()) {
			command.append(" -H 'Expect: 100-continue'");
		}
		if (message.digest() != null) {
			command.append(" --digest -u ")
				.append(ShellText.quoted(message.digest().user() + ":" + message.digest().password()));
		}
		if (chunked) {
			command.append(" -H 'Transfer-Encoding: chunked'");
		}
		if (content) {
			command.append(typed ? "" : " -H 'Content-Type:'")
				.append(" --data-binary ")
				.append((filler != null) ? "@-" : ShellText
					.quoted((message.content() != null) ? message.content() : String.join("", message.chunks())));
		}
		return command.append(' ').append(target(String.valueOf(message.target()))).toString();
	}

	private static String target(String target) {
		if (target.startsWith("/")) {
			return ShellText.quoted(target).replaceFirst("^\"", "\"\\$S");
		}
		if (target.startsWith("${")) {
			return ShellText.quoted(target).replaceFirst("^\"", "\"\\$O");
		}
		// the absolute form, or an asterisk
		return "--request-target " + ShellText.quoted(target) + " \"$O\"";
	}

	private static String raw(Message message) {
		StringBuilder command = new StringBuilder(": >\"$work/head\"; {");
		int seconds = 20;
		int pauses = 0;
		for (Message.RawPart part : message.raw()) {
			if (part.pause() != null) {
				pauses += part.pause();
				command.append(" sleep ").append(ShellText.seconds(part.pause())).append(';');
			}
			else if (part.reset() != null) {
				// curl can't reset a connection, but it can leave
				seconds = 1 + pauses / 1000;
			}
			else {
				String octets = (part.octets() != null) ? ShellText.escaped(part.octets())
						: ShellText.octal(String.valueOf(part.hex()));
				command.append(" printf \"").append(octets).append("\";");
			}
		}
		return command.append(" } | curl -sS --max-time ")
			.append(seconds)
			.append(" \"telnet://$host\" >\"$work/head\"; cp \"$work/head\" \"$work/body\"")
			.toString();
	}

}
