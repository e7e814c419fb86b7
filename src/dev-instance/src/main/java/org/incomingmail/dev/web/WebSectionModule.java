package org.incomingmail.dev.web;

import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;

/** {@code <web-section>}: a heading in a menu. */
record WebSectionModule(Menu menu) implements ModuleType {

    @Override
    public String element() {
        return "web-section";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        return menu.addSection(MenuEntries.read(app, element, element.required("location")));
    }
}
