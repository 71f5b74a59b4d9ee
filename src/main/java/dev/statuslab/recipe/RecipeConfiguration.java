package dev.statuslab.recipe;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import dev.statuslab.data.DataFiles;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the recipes once, at start. */
@Configuration(proxyBeanMethods = false)
class RecipeConfiguration {

	@Bean
	RecipeBook recipes() throws IOException {
		RecipeReader reader = new RecipeReader(new DataFiles("recipes"));
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:recipes/*.json");
		return new RecipeBook(Arrays.stream(files).map(Resource::getFilename).map(reader::read).toList());
	}

	@Bean
	RecipeRunner recipeRunner(ServerProperties server) {
		return new RecipeRunner(Optional.ofNullable(server.getServlet().getContextPath()).orElse(""));
	}

}
