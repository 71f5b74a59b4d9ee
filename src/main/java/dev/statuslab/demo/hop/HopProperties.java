package dev.statuslab.demo.hop;

import java.net.InetAddress;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The two listeners beside the main one, under {@code statuslab.proxy} and
 * {@code statuslab.portal}. They are on the loopback interface, unless the operator says
 * otherwise.
 *
 * @param proxy the forward proxy
 * @param portal the captive portal
 */
@Validated
@ConfigurationProperties("statuslab")
record HopProperties(@DefaultValue @Valid Proxy proxy, @DefaultValue @Valid Portal portal) {

	private static final String AUTHORITY = "[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?";

	/**
	 * The forward proxy.
	 *
	 * @param enabled whether it listens
	 * @param address the address that it listens on
	 * @param port its port; 0 for any that is free
	 * @param authority how clients reach it, if that is not its address and port
	 * @param targets authorities that mean this server too, beside the names of loopback
	 * with its port
	 */
	record Proxy(@DefaultValue("true") boolean enabled, @DefaultValue("127.0.0.1") @NotNull InetAddress address,
			@DefaultValue("8081") @Min(0) @Max(65535) int port, @Nullable @Pattern(regexp = AUTHORITY) String authority,
			@DefaultValue List<@Pattern(regexp = AUTHORITY) String> targets) {
	}

	/**
	 * The captive portal.
	 *
	 * @param enabled whether it listens
	 * @param address the address that it listens on
	 * @param port its port; 0 for any that is free
	 * @param authority how clients reach it, if that is not its address and port
	 */
	record Portal(@DefaultValue("true") boolean enabled, @DefaultValue("127.0.0.1") @NotNull InetAddress address,
			@DefaultValue("8082") @Min(0) @Max(65535) int port,
			@Nullable @Pattern(regexp = AUTHORITY) String authority) {
	}

}
