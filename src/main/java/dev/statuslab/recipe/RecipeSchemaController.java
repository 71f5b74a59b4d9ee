package dev.statuslab.recipe;

import java.io.IOException;
import java.util.List;

import dev.statuslab.http.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a recipe's file may say. The server has negotiated already. */
@RestController
@Tag(name = "Recipes")
class RecipeSchemaController {

	@GetMapping(path = "/schemas/recipe.json",
			produces = { "application/schema+json", MediaType.APPLICATION_JSON_VALUE })
	@Operation(operationId = "getRecipeSchema", summary = "The JSON Schema of the recipes' files")
	byte[] schema(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) throws IOException {
		QueryParameters.refuseOthers(parameters, List.of());
		return new ClassPathResource("recipes/schema/recipe.json").getContentAsByteArray();
	}

}
