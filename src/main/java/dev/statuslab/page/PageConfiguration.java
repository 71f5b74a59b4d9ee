package dev.statuslab.page;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds templates for plain text to those for HTML, and what an operator can set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageConfiguration {

	@Bean
	SpringResourceTemplateResolver textTemplateResolver(ApplicationContext context) {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setApplicationContext(context);
		resolver.setOrder(0);
		resolver.setResolvablePatterns(Set.of("text/*"));
		resolver.setPrefix("classpath:/templates/");
		resolver.setSuffix(".txt");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		return resolver;
	}

	@Bean
	ThymeleafViewResolver textViewResolver(ISpringTemplateEngine engine) {
		ThymeleafViewResolver resolver = new ThymeleafViewResolver();
		resolver.setTemplateEngine(engine);
		resolver.setViewNames(new String[] { "text/*" });
		resolver.setContentType("text/plain;charset=UTF-8");
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setProducePartialOutputWhileProcessing(false);
		return resolver;
	}

}
