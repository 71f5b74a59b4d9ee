package dev.statuslab.demo.access;

import java.time.InstantSource;

import dev.statuslab.store.Stores;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Sets Spring Security before the addresses of this family and before no others, with
 * nothing switched on but authentication and authorization: no session, no cookie, no
 * form, no fields of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {

	private static final String FILTERS = "springSecurityFilterChain";

	private static final int AFTER_THE_SERVERS_OWN_FILTERS = 100;

	@Bean
	Tokens accessTokens(Stores stores, ObjectProvider<InstantSource> clock) {
		return new Tokens(stores, clock.getIfUnique(InstantSource::system));
	}

	@Bean
	Nonces accessNonces(Stores stores, ObjectProvider<InstantSource> clock) {
		return new Nonces(stores, clock.getIfUnique(InstantSource::system));
	}

	@Bean
	Refusals accessRefusals(Nonces nonces,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problemWriter) {
		return new Refusals(problemWriter, new Challenges(nonces));
	}

	@Bean
	SecurityFilterChain accessFilterChain(HttpSecurity http, Tokens tokens, Nonces nonces, Refusals refusals) {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers(Paths.ADMIN, Paths.SECRET)
				.hasAuthority(Role.ADMIN.name())
				.requestMatchers(Paths.ROOT, Paths.TOKENS)
				.authenticated()
				.anyRequest()
				.permitAll())
			.authenticationProvider(new Passwords())
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterBefore(new DigestFilter(nonces, refusals), BasicAuthenticationFilter.class)
			.oauth2ResourceServer((bearer) -> bearer.bearerTokenResolver(new BearerField())
				.authenticationEntryPoint(refusals)
				.opaqueToken((opaque) -> opaque.introspector(tokens)
					.authenticationConverter((token, principal) -> new SignedIn(Tokens.SCHEME,
							Account.named(principal.getName()).orElseThrow()))))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.build();
	}

	/**
	 * The firewall keeps an address from meaning one thing to the guards and another to
	 * the controller. Methods and fields are for others to judge.
	 */
	@Bean
	WebSecurityCustomizer accessFirewall(Refusals refusals) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		firewall.setAllowedHeaderNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		firewall.setAllowedParameterNames((name) -> true);
		firewall.setAllowedParameterValues((value) -> true);
		return (security) -> security.httpFirewall(firewall).requestRejectedHandler(refusals);
	}

	@Bean
	DelegatingFilterProxyRegistrationBean accessFilters() {
		DelegatingFilterProxyRegistrationBean filters = new DelegatingFilterProxyRegistrationBean(FILTERS);
		filters.addUrlPatterns(Paths.ROOT, Paths.ROOT + "/*");
		filters.setOrder(AFTER_THE_SERVERS_OWN_FILTERS);
		return filters;
	}

}
