package dev.statuslab.demo.hop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Who may use the proxy. The passwords are public on purpose: whoever tries the demo
 * needs them.
 *
 * @param name the user's name
 * @param password the password, in the clear: Digest needs it
 * @param saves whether the user has chosen the data saver, and so may get 203
 */
record Account(String name, String password, boolean saves) {

	private static final List<Account> ALL = List.of(new Account("guest", "guest-secret", false),
			new Account("saver", "saver-secret", true), new Account("미나", "비밀-🔑", false));

	static Optional<Account> named(String name) {
		String normalized = normalize(name);
		return ALL.stream().filter((account) -> account.name().equals(normalized)).findFirst();
	}

	/** Whether this is the password; the time tells nothing of where it differs. */
	boolean hasPassword(String candidate) {
		return MessageDigest.isEqual(this.password.getBytes(StandardCharsets.UTF_8),
				normalize(candidate).getBytes(StandardCharsets.UTF_8));
	}

	private static String normalize(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/** Without the password. */
	@Override
	public String toString() {
		return this.name;
	}

}
