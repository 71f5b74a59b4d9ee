package dev.statuslab.forced.httpbin;

import java.util.List;

import dev.statuslab.forced.exchange.Route;
import dev.statuslab.forced.exchange.RouteTable;

import org.springframework.stereotype.Component;

/** Httpbin's addresses, as a table of contents. */
@Component
class HttpbinRoutes implements RouteTable {

	@Override
	public List<Route> routes() {
		return List.of();
	}

}
