package dev.statuslab.recipe;

import java.util.Locale;

import dev.statuslab.recipe.Message.DigestUser;
import dev.statuslab.recipe.Message.Filler;
import org.jspecify.annotations.Nullable;

/** A message as the command line that sends it with curl. */
final class CurlCommand {

	private CurlCommand() {
	}

	/** Whether curl can take a step. */
	static boolean possible(Step step) {
		DigestUser digest = step.send().digest();
		return step.expect().octets() == null && (digest == null || digest.count() == null) && !inTunnel(step);
	}

	/** After CONNECT, on its connection: curl has asked for something by itself. */
	private static boolean inTunnel(Step step) {
		return "proxy".equals(step.listener()) && "kept".equals(step.connection())
				&& String.valueOf(step.send().target()).startsWith("/");
	}

	static String of(Step step) {
		Message message = step.send();
		String listener = step.listener();
		if (!message.raw().isEmpty()) {
			return raw(message, (listener != null) ? "$" + listener : "$host");
		}
		if ("CONNECT".equals(message.method())) {
			return connect(message);
		}
		return request(message, listener);
	}

	/** Asks for the root through the tunnel, if there is one. */
	private static String connect(Message message) {
		StringBuilder command = new StringBuilder("ask -x \"http://$proxy\" --proxytunnel");
		message.fields().forEach((line) -> command.append(" --proxy-header ").append(ShellText.quoted(line)));
		return command.append(' ').append(ShellText.quoted("http://" + message.target() + "/")).toString();
	}

	private static String request(Message message, @Nullable String listener) {
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
		String target = String.valueOf(message.target());
		return command.append(' ').append((listener != null) ? by(listener, target) : target(target)).toString();
	}

	private static String by(String listener, String target) {
		if (target.startsWith("/")) {
			// what was meant for this server goes to another listener of it
			return "-H \"Host: $host\" " + ShellText.quoted("http://${" + listener + "}${base}" + target);
		}
		return "proxy".equals(listener) ? "-x \"http://$proxy\" " + ShellText.quoted(target) : ShellText.quoted(target);
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

	private static String raw(Message message, String authority) {
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
			.append(" \"telnet://")
			.append(authority)
			.append("\" >\"$work/head\"; cp \"$work/head\" \"$work/body\"")
			.toString();
	}

}
