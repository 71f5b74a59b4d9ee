package dev.statuslab.forced.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.statuslab.forced.exchange.Route.Kind;
import dev.statuslab.forced.exchange.Route.Trait;

/**
 * The addresses of a part of the room, written down like a table of contents. Where two
 * match, the more specific one does.
 */
public final class RouteTable {

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Adds an address that any method may go to, and that answers what the request says.
	 * @param template the path
	 * @param action makes a response of a request
	 * @param traits what is special about it
	 */
	public void forced(String template, Function<ForcedRequest, ForcedResponse> action, Trait... traits) {
		this.routes.add(new Route(Route.ANY, template, Kind.FORCED, List.of(traits), action));
	}

	/**
	 * Adds an address that any method may go to, whose answers have their real
	 * conditions.
	 * @param template the path
	 * @param action makes a response of a request
	 * @param traits what is special about it
	 */
	public void any(String template, Function<ForcedRequest, ForcedResponse> action, Trait... traits) {
		earned(Route.ANY, template, action, traits);
	}

	/**
	 * Adds an address that can only be read, whose answers have their real conditions.
	 * @param template the path
	 * @param action makes a response of a request
	 * @param traits what is special about it
	 */
	public void read(String template, Function<ForcedRequest, ForcedResponse> action, Trait... traits) {
		earned(Route.READ, template, action, traits);
	}

	/**
	 * Adds an address whose answers have their real conditions.
	 * @param methods the methods that may go there
	 * @param template the path
	 * @param action makes a response of a request
	 * @param traits what is special about it
	 */
	public void earned(List<String> methods, String template, Function<ForcedRequest, ForcedResponse> action,
			Trait... traits) {
		this.routes.add(new Route(methods, template, Kind.EARNED, List.of(traits), action));
	}

	/**
	 * The addresses so far.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.copyOf(this.routes);
	}

}
