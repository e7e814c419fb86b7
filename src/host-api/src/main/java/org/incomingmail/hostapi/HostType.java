package org.incomingmail.hostapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a declaration of a public host type and says where its shape was read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Documented
public @interface HostType {
    /** Page or artifact, with version, that documents the type. */
    String source();

    /** Whether the type as a whole was seen in a published source. */
    boolean confirmed() default true;
}
