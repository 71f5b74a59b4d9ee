package dev.statuslab.demo.webdav;

import java.util.Set;

import org.springframework.http.ResponseEntity;

/** Performs the methods of one kind. */
interface DavMethod {

	/** The methods that it performs. */
	Set<String> names();

	ResponseEntity<byte[]> perform(Exchange exchange);

}
