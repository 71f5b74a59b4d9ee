package dev.statuslab.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The requirements that a test checks: it fails when the server does not hold one of
 * them. The index of requirements is read off this.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Verifies {

	/**
	 * The requirements.
	 * @return their ids in {@code conformance/requirements.json}
	 */
	String[] value();

}
