package org.incomingmail.confluence.oauth;

import java.util.Optional;
import javax.inject.Named;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Services that a host may or may not publish to apps, looked up anew at each use. They are no component imports: with
 * those the whole app would wait for them, and not start on a host that keeps them to itself.
 */
@Named
public class OptionalServices {

    /** @param type name of the service's interface; by name, as the class may be missing */
    Optional<Object> find(String type) {
        Bundle bundle = FrameworkUtil.getBundle(OptionalServices.class);
        BundleContext context = bundle == null ? null : bundle.getBundleContext();
        if (context == null) {
            return Optional.empty();
        }
        ServiceReference<?> reference = context.getServiceReference(type);
        // never released: the framework counts, and lets go of all of a bundle's services when it stops
        return Optional.ofNullable(reference).map(context::getService);
    }
}
