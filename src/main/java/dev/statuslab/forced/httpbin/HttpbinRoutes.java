package dev.statuslab.forced.httpbin;

import java.util.List;

import dev.statuslab.forced.exchange.Route.Trait;
import dev.statuslab.forced.exchange.RouteTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Httpbin's addresses, as a table of contents. */
@Configuration(proxyBeanMethods = false)
class HttpbinRoutes {

	@Bean
	RouteTable echoes(Echo echo) {
		RouteTable table = new RouteTable();
		table.read("/get", echo::retrieval);
		table.earned(List.of("POST"), "/post", echo::submission, Trait.READS_CONTENT);
		table.earned(List.of("PUT"), "/put", echo::submission, Trait.READS_CONTENT);
		table.earned(List.of("PATCH"), "/patch", echo::submission, Trait.READS_CONTENT);
		table.earned(List.of("DELETE"), "/delete", echo::submission, Trait.READS_CONTENT);
		table.any("/anything", echo::anything, Trait.READS_CONTENT);
		table.any("/anything/{*rest}", echo::anything, Trait.READS_CONTENT);
		table.read("/headers", echo::headers);
		table.read("/ip", echo::ip);
		table.read("/user-agent", echo::userAgent);
		return table;
	}

	@Bean
	RouteTable redirections(Redirects redirects) {
		RouteTable table = new RouteTable();
		table.any("/redirect/{n}", redirects::chain);
		table.any("/relative-redirect/{n}", redirects::relative);
		table.any("/absolute-redirect/{n}", redirects::absolute);
		table.forced("/redirect-to", redirects::to, Trait.READS_CONTENT);
		return table;
	}

	@Bean
	RouteTable authentication(BasicAuth basic, BearerAuth bearer, DigestAuth digest) {
		RouteTable table = new RouteTable();
		table.any("/basic-auth/{user}/{passwd}", basic::open);
		table.any("/hidden-basic-auth/{user}/{passwd}", basic::hidden);
		table.any("/bearer", bearer::answer);
		table.any("/digest-auth/{qop}/{user}/{passwd}", digest::answer, Trait.READS_CONTENT);
		table.any("/digest-auth/{qop}/{user}/{passwd}/{algorithm}", digest::answer, Trait.READS_CONTENT);
		table.any("/digest-auth/{qop}/{user}/{passwd}/{algorithm}/{stale_after}", digest::answer, Trait.READS_CONTENT);
		return table;
	}

	@Bean
	RouteTable conditions(Caching caching, Ranges ranges) {
		RouteTable table = new RouteTable();
		table.read("/cache", caching::cache);
		table.read("/cache/{seconds}", caching::cacheFor);
		table.read("/etag/{etag}", caching::etag);
		table.read("/etag/W/{etag}", caching::weakEtag);
		table.read("/range/{n}", ranges::range);
		return table;
	}

	@Bean
	RouteTable timeAndChance(Timing timing, Unstable unstable) {
		RouteTable table = new RouteTable();
		table.any("/delay/{delay}", timing::delay, Trait.READS_CONTENT);
		table.forced("/drip", timing::drip);
		table.forced("/unstable", unstable::unstable);
		return table;
	}

	@Bean
	RouteTable callersFields(CallerResponse caller) {
		RouteTable table = new RouteTable();
		table.earned(List.of("GET", "HEAD", "POST"), "/response-headers", caller::headers, Trait.QUERY_IS_DATA);
		table.read("/trailers", caller::trailers, Trait.QUERY_IS_DATA);
		return table;
	}

	@Bean
	RouteTable cookieJar(Cookies cookies) {
		RouteTable table = new RouteTable();
		table.read("/cookies", cookies::list);
		table.read("/cookies/set", cookies::set, Trait.QUERY_IS_DATA);
		table.read("/cookies/set/{name}/{value}", cookies::setOne);
		table.read("/cookies/delete", cookies::delete, Trait.QUERY_IS_DATA);
		return table;
	}

}
