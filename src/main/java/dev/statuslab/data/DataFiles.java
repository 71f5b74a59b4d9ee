package dev.statuslab.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The files of one folder. Nothing in them is guessed: an unknown member, a member that
 * stands twice, a number for a text is a fault.
 */
public final class DataFiles {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.withCoercionConfig(LogicalType.Textual,
				(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.changeDefaultNullHandling((handling) -> handling.withContentNulls(Nulls.FAIL))
		.build();

	private final String folder;

	private final Function<String, @Nullable InputStream> files;

	/**
	 * The files of a folder on the class path.
	 * @param folder its name
	 */
	public DataFiles(String folder) {
		this(folder, (name) -> DataFiles.class.getResourceAsStream("/" + folder + "/" + name));
	}

	/**
	 * The files of a folder that is elsewhere.
	 * @param folder its name, for messages
	 * @param files opens a file of this name; gives null where there is none
	 */
	public DataFiles(String folder, Function<String, @Nullable InputStream> files) {
		this.folder = folder;
		this.files = files;
	}

	/**
	 * Reads a file.
	 * @param file its name
	 * @return the object that it holds
	 * @throws InvalidDataException if it can't be read, or holds none
	 */
	public ObjectNode read(String file) {
		try (InputStream in = this.files.apply(file)) {
			if (in == null) {
				throw fault(file, null, null, "can't be read");
			}
			if (JSON.readTree(in) instanceof ObjectNode root) {
				return root;
			}
			throw fault(file, null, null, "is not a JSON object");
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			throw fault(file, null, null, "is not valid JSON" + ((location != null)
					? ", line " + location.getLineNr() + ", column " + location.getColumnNr() : ""));
		}
		catch (IOException ex) {
			throw fault(file, null, null, "can't be read");
		}
	}

	/**
	 * Makes a value of an entry.
	 * @param file the file's name
	 * @param entry the entry's name; null for the file as a whole
	 * @param node the entry
	 * @param type the value's type
	 * @param <T> the value's type
	 * @return the value
	 * @throws InvalidDataException if the entry is no such value
	 */
	public <T> T bind(String file, @Nullable String entry, JsonNode node, Class<T> type) {
		if (!node.isObject()) {
			throw fault(file, entry, null, "is not an object");
		}
		try {
			return JSON.treeToValue(node, type);
		}
		catch (JacksonException ex) {
			ReadingFault fault = ReadingFault.of(ex, node);
			throw fault(file, entry, fault.field(), fault.words());
		}
	}

	/**
	 * A fault of a file.
	 * @param file the file's name
	 * @param entry the entry's name; null for the file as a whole
	 * @param field the path of the field; null for the entry as a whole
	 * @param words what is wrong with it
	 * @return an exception that says so
	 */
	public InvalidDataException fault(String file, @Nullable String entry, @Nullable String field, String words) {
		return new InvalidDataException(this.folder + "/" + file, entry, field, words);
	}

}
