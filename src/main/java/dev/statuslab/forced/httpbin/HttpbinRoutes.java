package dev.statuslab.forced.httpbin;

import java.util.List;
import java.util.function.Function;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.exchange.Route;
import dev.statuslab.forced.exchange.Route.Kind;
import dev.statuslab.forced.exchange.Route.Trait;
import dev.statuslab.forced.exchange.RouteTable;

import org.springframework.stereotype.Component;

/** Httpbin's addresses, as a table of contents. */
@Component
class HttpbinRoutes implements RouteTable {

	private final Redirects redirects;

	private final BasicAuth basic;

	private final BearerAuth bearer;

	private final DigestAuth digest;

	private final Cookies cookies;

	HttpbinRoutes(Redirects redirects, BasicAuth basic, BearerAuth bearer, DigestAuth digest, Cookies cookies) {
		this.redirects = redirects;
		this.basic = basic;
		this.bearer = bearer;
		this.digest = digest;
		this.cookies = cookies;
	}

	@Override
	public List<Route> routes() {
		return List.of(
				// redirects
				any("/redirect/{n}", this.redirects::chain), any("/relative-redirect/{n}", this.redirects::relative),
				any("/absolute-redirect/{n}", this.redirects::absolute),
				new Route(Route.ANY, "/redirect-to", Kind.FORCED, List.of(Trait.READS_CONTENT), this.redirects::to),
				// authentication
				any("/basic-auth/{user}/{passwd}", this.basic::open),
				any("/hidden-basic-auth/{user}/{passwd}", this.basic::hidden), any("/bearer", this.bearer::answer),
				any("/digest-auth/{qop}/{user}/{passwd}", this.digest::answer, Trait.READS_CONTENT),
				any("/digest-auth/{qop}/{user}/{passwd}/{algorithm}", this.digest::answer, Trait.READS_CONTENT),
				any("/digest-auth/{qop}/{user}/{passwd}/{algorithm}/{stale_after}", this.digest::answer,
						Trait.READS_CONTENT),
				// cookies
				read("/cookies", this.cookies::list), read("/cookies/set", this.cookies::set, Trait.QUERY_IS_DATA),
				read("/cookies/set/{name}/{value}", this.cookies::setOne),
				read("/cookies/delete", this.cookies::delete, Trait.QUERY_IS_DATA));
	}

	private static Route any(String template, Function<ForcedRequest, ForcedResponse> action, Trait... traits) {
		return new Route(Route.ANY, template, Kind.EARNED, List.of(traits), action);
	}

	private static Route read(String template, Function<ForcedRequest, ForcedResponse> action, Trait... traits) {
		return new Route(Route.READ, template, Kind.EARNED, List.of(traits), action);
	}

}
