package org.incomingmail.hostapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a member of a confirmed host type whose exact shape no published source showed. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD, ElementType.TYPE})
@Documented
public @interface Unconfirmed {
    /** What is known, and from where. */
    String value() default "long-standing idiom, no published signature";
}
