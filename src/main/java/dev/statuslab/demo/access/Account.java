package dev.statuslab.demo.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * A demo account. The passwords are public on purpose: whoever tries the demo needs them.
 *
 * @param name the user's name
 * @param password the password, in the clear: Digest needs it
 * @param roles what the user may do
 */
record Account(String name, String password, List<Role> roles) {

	private static final List<Account> ALL = List.of(new Account("reader", "reader-secret", List.of(Role.USER)),
			new Account("admin", "admin-secret", List.of(Role.USER, Role.ADMIN)),
			new Account("미나", "비밀-🔑", List.of(Role.USER)));

	/**
	 * The account of a user.
	 * @param name the user's name, in any Unicode normalization form
	 * @return the account, or nothing if nobody has that name
	 */
	static Optional<Account> named(String name) {
		String normalized = normalize(name);
		return ALL.stream().filter((account) -> account.name().equals(normalized)).findFirst();
	}

	/**
	 * Whether this is the account's password. Clients normalize to NFC (RFC 7617 §2.1);
	 * those that don't are helped.
	 * @param candidate what the client sent
	 * @return whether the two are the same; the comparison takes the same time wherever
	 * they differ
	 */
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
