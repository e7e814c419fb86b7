package com.atlassian.plugin.spring.scanner.annotation.export;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.incomingmail.hostapi.HostType;

/** Exports a bean as an OSGi service under the given interfaces; all of its own where none is given. */
@HostType(source = "spring-scanner README")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExportAsService {
    Class<?>[] value() default {};
}
