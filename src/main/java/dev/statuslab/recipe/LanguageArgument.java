package dev.statuslab.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.statuslab.data.Language;
import dev.statuslab.http.Negotiation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The language that a request asks for, for controllers that want to know it. */
final class LanguageArgument implements HandlerMethodArgumentResolver {

	static final List<String> OFFERED = List.of(Language.EN.tag(), Language.KO.tag());

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Language.class;
	}

	@Override
	public Language resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		String[] lines = request.getHeaderValues(HttpHeaders.ACCEPT_LANGUAGE);
		List<String> accept = List.of(Objects.requireNonNullElse(lines, new String[0]));
		return Language.of(Locale.forLanguageTag(Negotiation.language(accept, OFFERED)));
	}

}
