package org.incomingmail.dev.services;

import java.util.List;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.atlassian.TablePrefix;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** The host's naming rules, and only this app's tables. */
final class ActiveObjectsConfiguration implements EntityManagerConfiguration {
    private final String prefix;
    private final NameConverters names;

    ActiveObjectsConfiguration(String prefix, List<Class<? extends RawEntity<?>>> entities) {
        this.prefix = prefix;
        this.names = new SimpleNameConverters(
                new AtlassianTableNameConverter(new Prefix(prefix)),
                new AtlassianFieldNameConverter(),
                new AtlassianSequenceNameConverter(),
                new AtlassianTriggerNameConverter(),
                new AtlassianIndexNameConverter(),
                new AtlassianUniqueNameConverter());
    }

    @Override
    public boolean useWeakCache() {
        return true;
    }

    @Override
    public NameConverters getNameConverters() {
        return names;
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
        return (tableName, caseSensitive) -> tableName.regionMatches(!caseSensitive, 0, prefix, 0, prefix.length());
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
        return new CachingEntityInfoResolverFactory();
    }

    private record Prefix(String value) implements TablePrefix {
        @Override
        public String prepend(String tableName) {
            return value + tableName;
        }
    }
}
