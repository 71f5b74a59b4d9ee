package dev.statuslab.demo.webdav;

/** What an element holds. */
sealed interface XmlNode permits XmlElement, XmlText {

	/** How many characters it is about, without its markup. */
	int weight();

}
