package dev.statuslab.recipe;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.Language;
import dev.statuslab.http.Listener;
import dev.statuslab.server.FormatFilter;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the recipes once, at start, and tells controllers the language asked for. */
@Configuration(proxyBeanMethods = false)
class RecipeConfiguration implements WebMvcConfigurer {

	private static final Map<String, String> TYPES = Map.of("json", MediaType.APPLICATION_JSON_VALUE, "html",
			MediaType.TEXT_HTML_VALUE, "text", MediaType.TEXT_PLAIN_VALUE, "har", Har.TYPE, "sh",
			RecipeExportController.SCRIPT, "http", RecipeExportController.REQUESTS);

	static {
		// no parameter of a request
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Language.class);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new LanguageArgument());
	}

	@Bean
	FilterRegistrationBean<FormatFilter> recipeFormats(
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		FilterRegistrationBean<FormatFilter> filter = new FilterRegistrationBean<>(new FormatFilter(problems, TYPES));
		filter.addUrlPatterns("/recipes", "/recipes/*");
		return filter;
	}

	@Bean
	RecipeBook recipes() throws IOException {
		RecipeReader reader = new RecipeReader(new DataFiles("recipes"));
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:recipes/*.json");
		return new RecipeBook(Arrays.stream(files).map(Resource::getFilename).map(reader::read).toList());
	}

	@Bean
	RecipeRunner recipeRunner(ServerProperties server, ObjectProvider<Listener> listeners) {
		return new RecipeRunner(Optional.ofNullable(server.getServlet().getContextPath()).orElse(""),
				listeners.orderedStream().toList());
	}

}
