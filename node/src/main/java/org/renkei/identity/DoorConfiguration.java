package org.renkei.identity;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Locale;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problems;
import org.renkei.settings.NodeSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The one place where callers are let in or turned away.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self'; font-src 'self' data:; "
            + "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    SecurityFilterChain door(HttpSecurity http, NodeSettings settings, Problems problems) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A token in a header is never sent by a browser on its own, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> {})
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(
                        new BearerFilter(AdminToken.open(settings.data())), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new BodyLimitFilter(problems), BearerFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (var row : AuthorizationTable.ROWS) {
                        var matched = requests.requestMatchers(row.method(), row.path());
                        switch (row.role()) {
                            case ANYBODY -> matched.permitAll();
                            case ADMINISTRATOR -> matched.hasRole(row.role().name());
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> problems.write(noToken(), request, response))
                        .accessDeniedHandler(
                                (request, response, failure) -> problems.write(notOffered(), request, response)));
        return http.build();
    }

    /// Nobody signs in by name and password.
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("there are no passwords here");
        };
    }

    /// Japanese or English, whatever else the caller would like.
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH, Locale.JAPANESE));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    private static Problem noToken() {
        return new Problem(
                Category.UNAUTHORIZED,
                "Send the header `Authorization: Bearer …` with the token from the file admin.token in the node's data folder",
                "ノードのデータフォルダーの admin.token にあるトークンを Authorization: Bearer … で送ってください");
    }

    private static Problem notOffered() {
        return new Problem(Category.NOT_FOUND, "Nothing of that name here", "その名のものはありません");
    }
}
