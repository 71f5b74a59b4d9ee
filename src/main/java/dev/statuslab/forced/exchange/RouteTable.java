package dev.statuslab.forced.exchange;

import java.util.List;

/** The addresses of a part of the room. */
public interface RouteTable {

	/**
	 * The addresses; where two match, the more specific one does.
	 * @return the routes
	 */
	List<Route> routes();

}
