package dev.statuslab.recipe;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.InvalidDataException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A broken recipe is refused by file, step and field. */
class RecipeReaderTests {

	static final String SOUND = """
			{
			  "story": {"en": "A story", "ko": "이야기"},
			  "earns": {
			    "title": {"en": "A title", "ko": "제목"},
			    "steps": [
			      {"does": {"en": "First", "ko": "하나"}, "send": {"target": "/a", "fields": ["X: y"]},
			       "expect": {"status": 200}, "capture": {"tag": {"field": "ETag"}}},
			      {"does": {"en": "Second", "ko": "둘"}, "after": 10, "send": {"target": "/b", "fields": ["X: ${tag}"]},
			       "expect": {"status": 304, "fields": {"ETag": "${tag}"}}}
			    ]
			  },
			  "twin": {
			    "title": {"en": "A twin", "ko": "쌍둥이"},
			    "steps": [
			      {"does": {"en": "Only", "ko": "하나"}, "send": {"raw": [{"octets": "GET / HTTP/1.1\\r\\nHost: ${host}\\r\\n\\r\\n"}]},
			       "expect": {"status": 200}}
			    ]
			  }
			}
			""";

	@Test
	void aSoundRecipeIsRead() {
		Recipe recipe = read(SOUND);
		assertThat(recipe.code()).isEqualTo(304);
		assertThat(recipe.earns().steps()).hasSize(2);
		assertThat(recipe.earns().steps().get(1).repeat()).isEqualTo(1);
		assertThat(recipe.twin().steps().get(0).send().raw()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"ko": "이야기"         | "ko": ""                  | field story.ko: is missing or empty
					"ko": "하나"}, "send"  | "ko": "x"}, "send"        | entry earns, step 1, field does.ko: is not Korean
					"status": 200}, "capt  | "status": "200"}, "capt   | entry earns, step 1, field expect.status: is not a whole number
					"status": 304, "fields | "state": 304, "fields     | entry earns, step 2, field expect.state: is unknown
					"after": 10            | "after": 12000            | entry earns, step 2, field after: is 12000, and not from 0 to 11000
					"after": 10            | "repeat": 21              | entry earns, step 2, field repeat: is 21, and not from 1 to 20
					"after": 10            | "after": 9000, "repeat": 2 | entry earns: waits 18000 ms, more than 15000
					"after": 10            | "connection": "other"     | entry earns, step 2, field connection: is "other", and not one of kept, new
					"X: ${tag}"            | "X: ${token}"             | entry earns, step 2: uses ${token}, which no step before has captured
					"X: y"                 | "X: ${tag}"               | entry earns, step 1: uses ${tag}, which no step before has captured
					"X: y"                 | "X"                       | entry earns, step 1, field send.fields: has a line that is no Name: value
					"X: y"                 | "Host: evil.example"      | entry earns, step 1, field send: names another host: evil.example
					Host: ${host}          | Host: evil.example        | entry twin, step 1, field send: names another host: evil.example
					GET / HTTP             | GET http://evil.example/ HTTP | entry twin, step 1, field send: names another host: evil.example
					"target": "/a"         | "target": "http://evil.example/a" | entry earns, step 1, field send: names another host: evil.example
					"target": "/a"         | "target": "//evil.example/a" | entry earns, step 1, field send.target: is no path
					"target": "/a"         | "target": "evil.example"  | entry earns, step 1, field send.target: is no path, and no address of this server
					"target": "/a", "f     | "target": "/a", "raw": [{"pause": 1}], "f | entry earns, step 1, field send.target: has no place here
					"ETag": "${tag}"       | "ETag": "("               | entry earns, step 2, field expect.fields.ETag: is no pattern
					{"field": "ETag"}      | {}                        | entry earns, step 1, field capture.tag.field: or json is expected
					{"octets"              | {"pause": 5, "octets"     | entry twin, step 1, field send.raw[0].octets: or hex, pause or reset is expected
					{"octets": "GET        | {"reset": false}, {"octets": "GET | entry twin, step 1, field send.raw[0].reset: is true, or is not said
					{"field": "ETag"}      | {"interim": 103, "json": "/a"} | entry earns, step 1, field capture.tag.interim: has no place here
					{"field": "ETag"}      | {"interim": 200, "field": "ETag"} | entry earns, step 1, field capture.tag.interim: is 200, and not from 100 to 199
					"after": 10            | "pipelined": true, "after": 10 | entry earns, step 2, field pipelined: needs a step before it, no wait
					"after": 10            | "pipelined": true, "repeat": 2 | entry earns, step 2, field pipelined: needs a step before it
					"after": 10            | "background": true, "repeat": 2 | entry earns, step 2, field background: is for one request alone
					"target": "/b", "f     | "target": "/b", "digest": {"user": "a", "password": "b"}, "f | entry earns, step 2, field send.digest: needs a step before it that is answered 401
					"target": "/b", "f     | "target": "/b", "filler": {"octets": 65537}, "f | entry earns, step 2, field send.filler.octets: is 65537, and not from 1 to 65536
					"target": "/b", "f     | "target": "/b", "content": "", "filler": {"octets": 1}, "f | entry earns, step 2, field send.content: or filler or chunks is expected
					"after": 10, "send": { | "repeat": 3, "send": {"filler": {"octets": 50000}, | entry earns: sends 150000 octets of filler, more than 131072
					"capture": {"tag"      | "capture": {"Tag"         | entry earns, step 1, field capture: has a name that is not of small letters
					"story"                | "$schema": "x", "story"   | field $schema: is not schema/recipe.json
					"story"                | "id": "304-x", "story"    | field id: has no place here
					"twin"                 | "brother"                 | field
					""")
	void aBrokenRecipeIsRefused(String sound, String broken, String fault) {
		assertThat(SOUND).contains(sound);
		Assertions.assertThatThrownBy(() -> read(SOUND.replace(sound, broken)))
			.isInstanceOf(InvalidDataException.class)
			.hasMessageStartingWith("recipes/304-some-thing.json")
			.hasMessageContaining(fault);
	}

	@Test
	void aPipelinedStepWaitsForNoneInTheBackground() {
		String first = "{\"does\": {\"en\": \"First\"";
		String background = SOUND.replace(", \"capture\": {\"tag\": {\"field\": \"ETag\"}}", "")
			.replace("${tag}", "x")
			.replace(first, "{\"background\": true, " + first.substring(1));
		assertThat(read(background).earns().steps().get(0).background()).isTrue();
		Assertions.assertThatThrownBy(() -> read(background.replace("\"after\": 10", "\"pipelined\": true")))
			.isInstanceOf(InvalidDataException.class)
			.hasMessageContaining("step 2, field pipelined: needs");
	}

	@Test
	void onlySoManyStepsAreInTheBackground() {
		String step = "{\"does\": {\"en\": \"Wait\", \"ko\": \"대기\"}, \"background\": true, \"send\": {\"target\": \"/\"},"
				+ " \"expect\": {\"status\": 200}}, ";
		String first = "{\"does\": {\"en\": \"First\"";
		int most = ScenarioRules.MOST_BACKGROUND;
		assertThat(read(SOUND.replace(first, step.repeat(most) + first)).earns().steps()).hasSize(most + 2);
		Assertions.assertThatThrownBy(() -> read(SOUND.replace(first, step.repeat(most + 1) + first)))
			.isInstanceOf(InvalidDataException.class)
			.hasMessageContaining("entry earns: has 6 steps in the background, more than 5");
	}

	static Recipe read(String content) {
		DataFiles files = new DataFiles("recipes",
				(name) -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
		return new RecipeReader(files).read("304-some-thing.json");
	}

}
