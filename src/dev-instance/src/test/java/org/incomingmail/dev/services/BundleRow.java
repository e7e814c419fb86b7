package org.incomingmail.dev.services;

import net.java.ao.Entity;

/** An entity that a bundle brings. */
public interface BundleRow extends Entity {
    String getName();

    void setName(String name);
}
