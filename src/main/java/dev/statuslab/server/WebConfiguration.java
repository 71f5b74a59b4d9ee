package dev.statuslab.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.store.Stores;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What controllers can ask for, and where they keep what they must remember. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatuslabProperties.class)
class WebConfiguration implements WebMvcConfigurer {

	@Bean
	Stores stores(StatuslabProperties properties) {
		return new CaffeineStores(properties.store().size(), properties.store().age());
	}

	/** JSON is laid out for people who read it in a terminal. */
	@Bean
	JsonMapperBuilderCustomizer layout() {
		DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
		Separators separators = Separators.createDefaultInstance()
			.withObjectNameValueSpacing(Separators.Spacing.AFTER)
			.withObjectEmptySeparator("")
			.withArrayEmptySeparator("");
		DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators).withObjectIndenter(indenter)
			.withArrayIndenter(indenter);
		return (builder) -> builder.enable(SerializationFeature.INDENT_OUTPUT).defaultPrettyPrinter(printer);
	}

	/**
	 * Boot's own would be there or not for good once the context is prepared at build
	 * time; this one is switched by the setting as it is at start.
	 */
	@Bean
	FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaderFilter(ServerProperties server) {
		FilterRegistrationBean<ForwardedHeaderFilter> registration = new FilterRegistrationBean<>(
				new ForwardedHeaderFilter());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setEnabled(server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK);
		return registration;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new RequestValue(Map.of(Links.class, WebConfiguration::links, Preconditions.class,
				(request) -> Preconditions.of((name) -> Collections.list(request.getHeaders(name))))));
	}

	/**
	 * Some addresses of ours end in {@code .html}. Content at any other that a caller has
	 * made up goes under a harmless file name, by Content-Disposition.
	 */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
		configurer.mediaType("html", MediaType.TEXT_HTML);
	}

	/** Springdoc brings YAML along, which no resource here speaks. */
	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.configureMessageConvertersList((converters) -> converters
			.removeIf((converter) -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
	}

	private static Links links(HttpServletRequest request) {
		String origin = ServletUriComponentsBuilder.fromRequest(request)
			.replacePath("")
			.replaceQuery(null)
			.toUriString();
		return new Links(origin, request.getContextPath());
	}

	/** Resolves the parameter types that are made from the request's head alone. */
	private record RequestValue(
			Map<Class<?>, Function<HttpServletRequest, Object>> makers) implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return this.makers.containsKey(parameter.getParameterType());
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
			HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
			return this.makers.get(parameter.getParameterType()).apply(servletRequest);
		}

	}

}
