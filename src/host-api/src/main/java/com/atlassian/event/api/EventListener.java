package com.atlassian.event.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.incomingmail.hostapi.HostType;

/** Marks a public one-argument method that takes events of its argument type. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EventListener {}
