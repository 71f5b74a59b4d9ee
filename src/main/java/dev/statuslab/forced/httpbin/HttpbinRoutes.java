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

	private final Echo echo;

	private final Caching caching;

	private final Ranges ranges;

	private final Timing timing;

	private final CallerResponse caller;

	private final Unstable unstable;

	private final Redirects redirects;

	private final BasicAuth basic;

	private final BearerAuth bearer;

	private final DigestAuth digest;

	private final Cookies cookies;

	HttpbinRoutes(Echo echo, Caching caching, Ranges ranges, Timing timing, CallerResponse caller, Unstable unstable,
			Redirects redirects, BasicAuth basic, BearerAuth bearer, DigestAuth digest, Cookies cookies) {
		this.echo = echo;
		this.caching = caching;
		this.ranges = ranges;
		this.timing = timing;
		this.caller = caller;
		this.unstable = unstable;
		this.redirects = redirects;
		this.basic = basic;
		this.bearer = bearer;
		this.digest = digest;
		this.cookies = cookies;
	}

	@Override
	public List<Route> routes() {
		return List.of(
				// the request, shown to the one who sent it
				read("/get", this.echo::retrieval), submission("POST", "/post"), submission("PUT", "/put"),
				submission("PATCH", "/patch"), submission("DELETE", "/delete"),
				any("/anything", this.echo::anything, Trait.READS_CONTENT),
				any("/anything/{*rest}", this.echo::anything, Trait.READS_CONTENT),
				read("/headers", this.echo::headers), read("/ip", this.echo::ip),
				read("/user-agent", this.echo::userAgent),
				// caches, preconditions and ranges
				read("/cache", this.caching::cache), read("/cache/{seconds}", this.caching::cacheFor),
				read("/etag/{etag}", this.caching::etag), read("/etag/W/{etag}", this.caching::weakEtag),
				read("/range/{n}", this.ranges::range),
				// time, and chance
				any("/delay/{delay}", this.timing::delay, Trait.READS_CONTENT),
				new Route(Route.READ, "/drip", Kind.FORCED, List.of(), this.timing::drip),
				new Route(Route.ANY, "/unstable", Kind.FORCED, List.of(), this.unstable::unstable),
				// fields that the caller names
				new Route(List.of("GET", "HEAD", "POST"), "/response-headers", Kind.EARNED,
						List.of(Trait.QUERY_IS_DATA), this.caller::headers),
				read("/trailers", this.caller::trailers, Trait.QUERY_IS_DATA),
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

	private Route submission(String method, String template) {
		return new Route(List.of(method), template, Kind.EARNED, List.of(Trait.READS_CONTENT), this.echo::submission);
	}

}
