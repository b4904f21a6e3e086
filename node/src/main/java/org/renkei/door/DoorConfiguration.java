package org.renkei.door;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Locale;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.Recognized;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.identity.Caller;
import org.renkei.identity.Callers;
import org.renkei.identity.SessionCookie;
import org.renkei.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The one place where callers are let in or turned away.
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    private static final long A_YEAR = 31_536_000;
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; img-src 'self' data: blob:; "
            + "style-src 'self'; worker-src 'self' blob:; connect-src 'self'; font-src 'self' data:; "
            + "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";

    /// What no page of ours uses is off; passkeys are made and used by our own pages only.
    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            Callers callers,
            SessionCookie cookie,
            CallRate rate,
            DoorRefusals refusals,
            Problems problems,
            PublicDoor publicDoor) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Requests of other sites are turned away by CallerFilter, without a token in every page.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .httpStrictTransportSecurity(
                                hsts -> hsts.maxAgeInSeconds(A_YEAR).includeSubDomains(false))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(
                        new CallerFilter(callers, cookie, rate, problems), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new BodyLimitFilter(problems), CallerFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (var row : AuthorizationTable.ROWS) {
                        var matched = requests.requestMatchers(row.method(), row.path());
                        switch (row.access()) {
                            case Everybody everybody -> matched.permitAll();
                            case WhilePublic whilePublic ->
                                matched.access((who, context) -> new AuthorizationDecision(publicDoor.isOpen()));
                            case Recognized recognized -> matched.authenticated();
                            case SignedIn signedIn -> matched.access(rule(row.access()));
                            case Having having -> matched.access(rule(row.access()));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> rule(Access access) {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get() instanceof Authentication known
                        && known.getPrincipal() instanceof Caller caller
                        && access.permits(caller));
    }

    /// Nobody signs in by what the framework offers.
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("people sign in at /api/v1/session");
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
}
