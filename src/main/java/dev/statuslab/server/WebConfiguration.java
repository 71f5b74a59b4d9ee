package dev.statuslab.server;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.store.Stores;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new RequestValue(Map.of(Links.class, WebConfiguration::links, Preconditions.class,
				(request) -> Preconditions.of((name) -> Collections.list(request.getHeaders(name))))));
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
