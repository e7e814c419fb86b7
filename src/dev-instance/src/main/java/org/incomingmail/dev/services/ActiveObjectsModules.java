package org.incomingmail.dev.services;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.List;
import net.java.ao.RawEntity;

/** The Active Objects of each app: whose entities live in which tables. */
public interface ActiveObjectsModules {

    /**
     * Takes an app's entities; their tables are created or extended before this returns.
     *
     * @param namespace decides the prefix of the table names: AO_ and the last six digits of its MD5
     */
    void register(String pluginKey, String namespace, List<Class<? extends RawEntity<?>>> entities);

    /** Forgets the app's entity classes; its tables stay. */
    void unregister(String pluginKey);

    /**
     * What the app gets as its {@code ActiveObjects} service. It may be asked for before the entities are registered;
     * using it before that is an IllegalStateException.
     */
    ActiveObjects forPlugin(String pluginKey);
}
