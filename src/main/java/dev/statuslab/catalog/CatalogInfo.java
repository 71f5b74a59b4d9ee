package dev.statuslab.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/**
 * Tells operators, at {@code /actuator/info}, which catalogue this server speaks from.
 */
@Component
class CatalogInfo implements InfoContributor {

	private final Catalog catalog;

	CatalogInfo(Catalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("version", this.catalog.edition().version());
		details.put("registry", this.catalog.edition().registry().toString());
		details.put("codes", this.catalog.all().size());
		builder.withDetail("catalogue", details);
	}

}
