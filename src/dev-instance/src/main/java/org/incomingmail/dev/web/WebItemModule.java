package org.incomingmail.dev.web;

import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;

/** {@code <web-item>}: a link in a menu. */
record WebItemModule(Menu menu) implements ModuleType {

    @Override
    public String element() {
        return "web-item";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        if (element.child("link").isEmpty()) {
            throw new DescriptorException("<web-item> needs a <link>");
        }
        return menu.addItem(MenuEntries.read(app, element, element.required("section")));
    }
}
