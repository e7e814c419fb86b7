package com.atlassian.annotations.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.incomingmail.hostapi.HostType;

/** REST: anybody, even not logged in. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface UnrestrictedAccess {}
