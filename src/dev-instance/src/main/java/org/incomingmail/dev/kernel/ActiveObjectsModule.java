package org.incomingmail.dev.kernel;

import java.util.ArrayList;
import java.util.List;
import net.java.ao.RawEntity;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.services.ActiveObjectsModules;

/** {@code <ao>}: the entities of an app. */
record ActiveObjectsModule(HostServices services) implements ModuleType {

    @Override
    public String element() {
        return "ao";
    }

    @Override
    public boolean beforeContext() {
        return true;
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
        for (DescriptorElement entity : element.children("entity")) {
            entities.add(entity(app, entity.text()));
        }
        if (!element.children("upgradeTask").isEmpty()) {
            throw new DescriptorException("<upgradeTask> is not supported; new columns and tables are added anyway");
        }
        ActiveObjectsModules modules = services.find(ActiveObjectsModules.class)
                .orElseThrow(() -> new DescriptorException("the instance was started without a database"));
        modules.register(app.key(), element.attribute("namespace").orElse(app.key()), entities);
        return () -> modules.unregister(app.key());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends RawEntity<?>> entity(App app, String name) throws DescriptorException {
        try {
            Class<?> type = app.classLoader().loadClass(name);
            if (!RawEntity.class.isAssignableFrom(type)) {
                throw new DescriptorException("entity " + name + " does not extend net.java.ao.Entity");
            }
            return (Class<? extends RawEntity<?>>) type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new DescriptorException("there is no entity " + name + " in the app (" + e + ")", e);
        }
    }
}
