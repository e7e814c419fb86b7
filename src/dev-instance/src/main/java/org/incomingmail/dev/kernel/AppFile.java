package org.incomingmail.dev.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** A jar that can be installed. */
record AppFile(Path jar, Descriptor descriptor) {

    static AppFile read(Path jar) throws AppRejected {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest() == null
                    ? new Attributes()
                    : file.getManifest().getMainAttributes();
            ZipEntry entry = file.getEntry("atlassian-plugin.xml");
            if (entry == null) {
                throw new AppRejected("the jar has no atlassian-plugin.xml at its root");
            }
            Descriptor descriptor;
            try (InputStream in = file.getInputStream(entry)) {
                descriptor = new DescriptorReader().read(in);
            }
            check(manifest, descriptor);
            return new AppFile(jar, descriptor);
        } catch (ZipException e) {
            throw new AppRejected("the file is not a jar", e);
        } catch (IOException e) {
            throw new AppRejected("the file can't be read: " + e.getMessage(), e);
        } catch (DescriptorException e) {
            throw new AppRejected("atlassian-plugin.xml: " + e.getMessage(), e);
        }
    }

    private static void check(Attributes manifest, Descriptor descriptor) throws AppRejected {
        String key = manifest.getValue(BundleApp.PLUGIN_KEY);
        if (key == null || manifest.getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
            throw new AppRejected("its manifest must have " + BundleApp.PLUGIN_KEY + " and "
                    + Constants.BUNDLE_SYMBOLICNAME + ": only transformerless OSGi apps are supported");
        }
        if (!key.equals(descriptor.key())) {
            throw new AppRejected("its manifest says " + key + ", its atlassian-plugin.xml " + descriptor.key());
        }
        if (!key.matches("[A-Za-z0-9._-]+")) {
            throw new AppRejected("the key " + key + " has characters that a key can't have");
        }
    }
}
