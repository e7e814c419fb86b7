package org.incomingmail.confluence.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.inject.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app starts on a host that does not let it see the types of the OAuth 2.0 client. */
class MissingTypesTest {
    private final ClassLoader bundle = new BundleOfSuchAHost();

    @ParameterizedTest
    @ValueSource(classes = {HostOAuth.class, HostTokens.class, HostConsent.class, OfferedClients.class})
    void everyComponentCanBeLookedIntoAsSpringDoes(Class<?> component) throws Exception {
        Class<?> inThatHost = bundle.loadClass(component.getName());

        assertThat(inThatHost).isNotEqualTo(component);
        assertThat(inThatHost.isAnnotationPresent(Named.class)).isTrue();
        assertThat(inThatHost.getDeclaredMethods()).isNotEmpty();
        assertThat(inThatHost.getDeclaredConstructors()).isNotEmpty();
        assertThat(inThatHost.getDeclaredFields()).isNotEmpty();
    }

    @Test
    void itOffersNoClients() throws Exception {
        Class<?> services = bundle.loadClass(OptionalServices.class.getName());
        Constructor<?> constructor = bundle.loadClass(HostOAuth.class.getName()).getConstructor(services);
        Object host = constructor.newInstance(services.getConstructor().newInstance());

        Method listed = host.getClass().getDeclaredMethod("listed");
        listed.setAccessible(true);
        assertThat(listed.invoke(host)).isEqualTo(Optional.empty());
    }

    @Test
    void theTypesAreReallyMissingThere() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> bundle.loadClass(HostCalls.class.getName()).getDeclaredMethods()))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private static final class BundleOfSuchAHost extends ClassLoader {
        BundleOfSuchAHost() {
            super(MissingTypesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.atlassian.oauth2.") || name.startsWith("com.atlassian.confluence.oauth2.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.incomingmail.confluence.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? own(name) : loaded;
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
