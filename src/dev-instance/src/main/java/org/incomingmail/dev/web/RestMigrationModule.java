package org.incomingmail.dev.web;

import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.ModuleType;

/** {@code <rest-migration>}: an app's opt-in to REST v2, which is the only one here. */
record RestMigrationModule() implements ModuleType {

    @Override
    public String element() {
        return "rest-migration";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) {
        return () -> {};
    }
}
