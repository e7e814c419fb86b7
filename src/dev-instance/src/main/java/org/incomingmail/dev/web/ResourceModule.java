package org.incomingmail.dev.web;

import org.incomingmail.dev.kernel.App;
import org.incomingmail.dev.kernel.DescriptorElement;
import org.incomingmail.dev.kernel.DescriptorException;
import org.incomingmail.dev.kernel.ModuleType;

/** {@code <resource>} of a whole app: its texts, and files to download. */
record ResourceModule(Texts texts, Downloads downloads) implements ModuleType {

    @Override
    public String element() {
        return "resource";
    }

    @Override
    public OpenModule open(App app, DescriptorElement element) throws DescriptorException {
        String type = element.required("type");
        return switch (type) {
            case "i18n" -> texts.add(app, element);
            case "download" ->
                downloads.add(
                        app,
                        element.required("name"),
                        element.required("location").replaceAll("^/+", ""));
            default -> throw new DescriptorException("<resource type=\"" + type + "\"> is not known here");
        };
    }
}
