package dev.statuslab.clients;

import org.apache.hc.client5.http.impl.cache.CachingHttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Apache HttpClient 5 with the cache that it has as a module.
 */
class ApacheCachingHttpClient extends ApacheHttpClient {

	@Override
	public About about() {
		return new About("Apache HttpClient with cache", "AHC+", version(),
				"`CachingHttpClientBuilder` of `httpclient5-cache`; a `CredentialsStore` with the credentials for the exercise’s origin");
	}

	@Override
	HttpClientBuilder builder() {
		return CachingHttpClientBuilder.create();
	}

}
