package org.incomingmail.dev.kernel;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.incomingmail.dev.services.ActiveObjectsModules;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Each app sees its own tables only. */
record ActiveObjectsPerApp(ActiveObjectsModules modules) implements ServiceFactory<ActiveObjects> {

    @Override
    public ActiveObjects getService(Bundle bundle, ServiceRegistration<ActiveObjects> registration) {
        String key = bundle.getHeaders().get(BundleApp.PLUGIN_KEY);
        return modules.forPlugin(key == null ? bundle.getSymbolicName() : key);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<ActiveObjects> registration, ActiveObjects service) {
        // the tables outlive the app
    }
}
