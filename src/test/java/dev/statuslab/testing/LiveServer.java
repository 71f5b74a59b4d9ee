package dev.statuslab.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Runs a test against the whole server on a random loopback port. The test takes a
 * {@link Wire} in its constructor or methods. Tests without settings of their own share
 * one server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "statuslab.limits.idle=2s", "statuslab.proxy.port=0",
				"statuslab.portal.port=0", "statuslab.lab.port=0" })
@Import(LiveServer.Clients.class)
public @interface LiveServer {

	/** Gives the tests their client. */
	class Clients {

		@org.springframework.context.annotation.Bean
		@org.springframework.context.annotation.Lazy
		Wire wire(org.springframework.core.env.Environment environment) {
			return new Wire(environment.getRequiredProperty("local.server.port", Integer.class));
		}

	}

}
