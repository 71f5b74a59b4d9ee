package dev.statuslab.server.openapi;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** Makes the OpenAPI document complete. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Links.class, Preconditions.class);
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().info(new Info().title("Statuslab")
			.version("1")
			.description("What every HTTP status code means, and live demos in which each code is earned by its "
					+ "real protocol condition. Demo accounts for the access demos are in their descriptions.")
			.contact(new Contact().name("Statuslab").url("https://statuslab.dev"))
			.license(new License().name("Apache-2.0").identifier("Apache-2.0")));
	}

	/** The address of the server as the reader's client has it: a path, never a host. */
	@Bean
	ServerBaseUrlCustomizer serverPath() {
		return (url, request) -> {
			String path = URI.create(url).getPath();
			return path.isEmpty() ? "/" : path;
		};
	}

	@Bean
	GlobalOpenApiCustomizer descriptions() throws IOException {
		// those that people write, and the examples that recipes have recorded
		Descriptions descriptions = Descriptions
			.read(new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.*"));
		return (document) -> {
			document.setTags(descriptions.tags()
				.entrySet()
				.stream()
				.map((tag) -> new Tag().name(tag.getKey()).description(String.valueOf(tag.getValue())))
				.toList());
			for (String scheme : List.of("digest", "bearer", "basic")) {
				document.getComponents()
					.addSecuritySchemes(scheme, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme));
			}
			document.getComponents().addSchemas("Problem", problem());
			describe(document.getComponents().getSchemas(), descriptions);
			DescribedParts parts = new DescribedParts(descriptions.fields());
			CommonParts common = CommonParts.of(descriptions);
			common.addTo(document.getComponents(), parts);
			new DescribedPaths(descriptions.operations()).addTo(document.getPaths());
			Set<String> ids = new HashSet<>();
			document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
				// springdoc numbers the further methods of one handler; here they are
				// named
				String id = operation.getOperationId().replaceFirst("_\\d+$", "");
				operation.setOperationId(
						ids.add(id) ? id : id + StringUtils.capitalize(method.name().toLowerCase(Locale.ROOT)));
				Map<String, Object> description = Descriptions.map(descriptions.operations().get(id));
				new DescribedOperation(path, id, operation, description, parts).join(common);
			}));
			removeUnused(document);
		};
	}

	/**
	 * What a description has replaced by a schema of its own is left over, and then what
	 * that one alone has used.
	 */
	private static void removeUnused(OpenAPI document) {
		boolean changed = true;
		while (changed) {
			String paths = Json31.pretty(document.getPaths());
			String schemas = Json31.pretty(document.getComponents());
			changed = document.getComponents().getSchemas().keySet().removeIf((name) -> {
				String reference = "#/components/schemas/" + name + "\"";
				return !paths.contains(reference) && !schemas.contains(reference);
			});
		}
	}

	@SuppressWarnings("rawtypes")
	private static void describe(Map<String, Schema> schemas, Descriptions descriptions) {
		schemas.forEach((name, schema) -> {
			Map<String, Object> texts = new HashMap<>(descriptions.fields());
			texts.putAll(Descriptions.map(descriptions.schemas().get(name)));
			Map<?, ?> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
			properties.forEach((member, property) -> {
				if (((Schema) property).getDescription() == null) {
					((Schema) property).setDescription(Objects.toString(texts.get(String.valueOf(member)), null));
				}
			});
		});
	}

	private static Schema<?> problem() {
		Schema<?> problem = new JsonSchema().typesItem("object");
		problem.description("A problem detail (RFC 9457). It may have further members, such as limit and parameter.");
		problem.addProperty("type",
				new StringSchema().description("What kind of problem it is; about:blank says no more than the status"));
		problem.addProperty("title", new StringSchema().description("The reason phrase of the status"));
		problem.addProperty("status", new IntegerSchema().description("The status code"));
		problem.addProperty("temporary", new BooleanSchema().description(
				"Whether the same request may succeed later by itself; otherwise something has to change first"));
		problem.addProperty("detail", new StringSchema().description("What was wrong and what was expected"));
		problem.addProperty("instance", new StringSchema().description("The path that was asked for"));
		problem.addProperty("documentation", new StringSchema().description("The catalogue's entry on the status"));
		problem.addProperty("allowed", new JsonSchema().description("What would be allowed instead"));
		problem.setAdditionalProperties(true);
		return problem;
	}

}
