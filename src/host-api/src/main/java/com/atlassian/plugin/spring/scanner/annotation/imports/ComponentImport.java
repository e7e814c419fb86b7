package com.atlassian.plugin.spring.scanner.annotation.imports;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.incomingmail.hostapi.HostType;

/** Imports a host service as a bean; the value is the bean name. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface ComponentImport {
    String value() default "";
}
