package dev.statuslab.lab;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.DataFiles;
import dev.statuslab.server.BasePath;
import dev.statuslab.server.CoreRoom;
import dev.statuslab.server.FormatFilter;
import dev.statuslab.server.Sleepers;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the room into the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabProperties.class)
class LabConfiguration {

	private static final Map<String, String> TYPES = Map.of("json", MediaType.APPLICATION_JSON_VALUE, "html",
			MediaType.TEXT_HTML_VALUE, "text", MediaType.TEXT_PLAIN_VALUE, "xml", MediaType.APPLICATION_XML_VALUE, "sh",
			CurlScript.TYPE);

	@Bean
	Labs labs(LabProperties properties) {
		return new Labs(properties, Clock.systemUTC());
	}

	@Bean
	ExerciseBook exerciseBook(List<ExerciseSet> sets) {
		return new ExerciseBook(sets, new ExerciseReader(new DataFiles("lab")));
	}

	@Bean
	LabReports labReports(Labs labs, ExerciseBook exercises, LabProperties properties) {
		return new LabReports(labs, exercises, properties.age());
	}

	@Bean
	ReportEvents reportEvents(LabProperties properties) {
		return new ReportEvents(properties.streams());
	}

	@Bean
	OtherOrigin otherOrigin(LabProperties properties) {
		return new OtherOrigin(properties);
	}

	@Bean
	CoreRoom labHandler(ExerciseBook exercises, Labs labs, OtherOrigin otherOrigin, BasePath basePath,
			Sleepers sleepers) {
		return new LabHandler(exercises, labs, otherOrigin, basePath, new ReplySender(sleepers));
	}

	/** Comes before the gates, which fit all connectors to the house. */
	@Bean
	@Order(0)
	WebServerFactoryCustomizer<JettyServletWebServerFactory> otherOriginConnector(OtherOrigin otherOrigin) {
		return (factory) -> factory.addServerCustomizers((server) -> otherOrigin.open(server, factory.getAddress()));
	}

	@Bean
	FilterRegistrationBean<FormatFilter> labFormats(
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
		FilterRegistrationBean<FormatFilter> filter = new FilterRegistrationBean<>(new FormatFilter(problems, TYPES));
		filter.addUrlPatterns("/labs", "/labs/*");
		return filter;
	}

}
