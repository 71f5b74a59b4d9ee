package dev.statuslab.conformance;

import dev.statuslab.data.DataFiles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the index once, at start. */
@Configuration(proxyBeanMethods = false)
class ConformanceConfiguration {

	@Bean
	Conformance conformance() {
		boolean tested = new ClassPathResource("conformance/outcomes.json").exists();
		return new ConformanceReader(new DataFiles("conformance"), tested).read();
	}

}
