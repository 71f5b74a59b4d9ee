package dev.statuslab;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class StatuslabApplication {

	public static void main(String[] args) {
		SpringApplication.run(StatuslabApplication.class, args);
	}

}
