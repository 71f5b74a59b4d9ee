package dev.statuslab;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * Holds the arrows of the house: a floor looks down only, and no two rooms at each other.
 */
class ArchitectureTests {

	private static final JavaClasses HOUSE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.statuslab");

	@Test
	void aFloorLooksDownOnly() {
		Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInLayers()
			.withOptionalLayers(true)
			.layer("http")
			.definedBy("dev.statuslab.http..")
			.layer("store")
			.definedBy("dev.statuslab.store..")
			.layer("data")
			.definedBy("dev.statuslab.data..")
			.layer("wire")
			.definedBy("dev.statuslab.wire..")
			.layer("catalog")
			.definedBy("dev.statuslab.catalog..")
			.layer("recipe")
			.definedBy("dev.statuslab.recipe..")
			.layer("conformance")
			.definedBy("dev.statuslab.conformance..")
			.layer("demo")
			.definedBy("dev.statuslab.demo..")
			.layer("lab")
			.definedBy("dev.statuslab.lab..")
			.layer("forced")
			.definedBy("dev.statuslab.forced..")
			.layer("page")
			.definedBy("dev.statuslab.page..")
			.layer("server")
			.definedBy("dev.statuslab.server..")
			.whereLayer("http")
			.mayNotAccessAnyLayer()
			.whereLayer("store")
			.mayNotAccessAnyLayer()
			.whereLayer("data")
			.mayNotAccessAnyLayer()
			.whereLayer("wire")
			.mayNotAccessAnyLayer()
			.whereLayer("catalog")
			.mayOnlyAccessLayers("data", "http")
			.whereLayer("recipe")
			.mayOnlyAccessLayers("data", "http", "server", "wire")
			.whereLayer("conformance")
			.mayOnlyAccessLayers("data", "http")
			.whereLayer("demo")
			.mayOnlyAccessLayers("http", "store")
			.whereLayer("forced")
			.mayOnlyAccessLayers("http", "store", "server")
			.whereLayer("lab")
			.mayOnlyAccessLayers("data", "http", "store", "server")
			.whereLayer("page")
			.mayOnlyAccessLayers("catalog", "conformance", "data", "http", "lab", "recipe")
			.whereLayer("server")
			.mayOnlyAccessLayers("http", "store")
			.check(HOUSE);
	}

	@Test
	void aDemoFamilyKnowsNothingOfAnother() {
		SlicesRuleDefinition.slices()
			.matching("dev.statuslab.demo.(*)..")
			.should()
			.notDependOnEachOther()
			.allowEmptyShould(true)
			.check(HOUSE);
	}

	@Test
	void aGroupOfExercisesKnowsNothingOfAnotherNorTheLabOfAny() {
		SlicesRuleDefinition.slices().matching("dev.statuslab.lab.(*)..").should().notDependOnEachOther().check(HOUSE);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.statuslab.lab")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.statuslab.lab.*..")
			.check(HOUSE);
	}

	@Test
	void theGroundFloorKnowsNoFramework() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage("dev.statuslab.http..", "dev.statuslab.data..", "dev.statuslab.wire..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta.servlet..", "org.eclipse.jetty..")
			.check(HOUSE);
	}

}
