package dev.statuslab.lab;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator can set for the client lab.
 *
 * @param labs how many labs there are at most; the least used make room
 * @param age how long a lab lives after something last happened in it
 * @param size what one lab may take in memory; then it takes no more requests (507)
 * @param memory what all labs together may take; then the one that was quiet for the
 * longest time makes room
 * @param streams how many reports may be watched as event streams at once
 * @param enabled whether the other origin listens
 * @param port its port; 0 for any that is free
 * @param authority how clients reach the other origin, if that is not the host by which
 * they reach this one, with that port
 */
@Validated
@ConfigurationProperties("statuslab.lab")
public record LabProperties(@DefaultValue("500") @Min(1) @Max(100_000) int labs,
		@DefaultValue("1h") @NotNull Duration age, @DefaultValue("4MB") @NotNull DataSize size,
		@DefaultValue("24MB") @NotNull DataSize memory, @DefaultValue("100") @Min(0) int streams,
		@DefaultValue("true") boolean enabled, @DefaultValue("8083") @Min(0) @Max(65535) int port,
		@Nullable @Pattern(regexp = "[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?") String authority) {
}
