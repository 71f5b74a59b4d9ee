package dev.statuslab.demo.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/** The bearer tokens in circulation: opaque, and good for five minutes. */
final class Tokens implements OpaqueTokenIntrospector {

	static final String SCHEME = "Bearer";

	static final Duration LIFETIME = Duration.ofSeconds(300);

	private static final int OCTETS = 24;

	private final SecureRandom random = new SecureRandom();

	private final Store<Token> issued;

	private final InstantSource clock;

	Tokens(Stores stores, InstantSource clock) {
		this.issued = stores.open("access-tokens", Token.class, LIFETIME);
		this.clock = clock;
	}

	/**
	 * Issues a token.
	 * @param user whom it stands for
	 * @return the token, as it stands in Authorization
	 */
	String issue(String user) {
		byte[] octets = new byte[OCTETS];
		this.random.nextBytes(octets);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
		this.issued.create(token, new Token(user, this.clock.instant().plus(LIFETIME)));
		return token;
	}

	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		return this.issued.read(token)
			.filter((known) -> this.clock.instant().isBefore(known.expires()))
			.map((known) -> new DefaultOAuth2AuthenticatedPrincipal(known.user(), Map.of("sub", known.user()),
					AuthorityUtils.NO_AUTHORITIES))
			.orElseThrow(() -> new BadOpaqueTokenException("The token is unknown or has expired"));
	}

}
