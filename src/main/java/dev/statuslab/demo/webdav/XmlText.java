package dev.statuslab.demo.webdav;

/**
 * Character data.
 *
 * @param value the characters, not escaped
 */
record XmlText(String value) implements XmlNode {

	@Override
	public int weight() {
		return this.value.length();
	}

}
