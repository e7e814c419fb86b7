package org.incomingmail.confluence;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.incomingmail.confluence.oauth.Proposal;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** The types and members of the host that the app's bytecode links to, a line each with its standing. */
final class HostMembers {
    private HostMembers() {}

    static SortedSet<String> linkedBy(JavaClasses app) {
        SortedSet<String> lines = new TreeSet<>();
        for (JavaClass type : app) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(HostMembers::ofHost)
                    .forEach(target -> lines.add(line(target.getName(), standing(target.reflect()))));
            type.getAccessesFromSelf().stream()
                    .filter(access -> ofHost(access.getTargetOwner()))
                    .forEach(access -> lines.add(member(access)));
        }
        Arrays.stream(Proposal.values())
                .forEach(proposal -> lines.add(proposal.member() + " asked for by name, done without where missing"));
        return lines;
    }

    private static boolean ofHost(JavaClass type) {
        return type.getName().startsWith("com.atlassian.");
    }

    private static String member(JavaAccess<?> access) {
        Class<?> owner = access.getTargetOwner().reflect();
        String name = access.getTarget().getName();
        if (access.getTarget() instanceof CodeUnitAccessTarget call) {
            Class<?>[] parameters =
                    call.getRawParameterTypes().stream().map(JavaClass::reflect).toArray(Class<?>[]::new);
            String signature = owner.getName() + "#" + name.replace("<init>", "new") + "("
                    + Arrays.stream(parameters).map(Class::getSimpleName).collect(Collectors.joining(", ")) + ")";
            return line(signature, standing(declaration(owner, name, parameters)));
        }
        return line(owner.getName() + "#" + name, standing(field(owner, name)));
    }

    private static AnnotatedElement declaration(Class<?> owner, String name, Class<?>[] parameters) {
        try {
            return name.equals("<init>") ? owner.getDeclaredConstructor(parameters) : method(owner, name, parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError("not declared in host-api: " + owner.getName() + "#" + name, e);
        }
    }

    private static Method method(Class<?> owner, String name, Class<?>[] parameters) throws NoSuchMethodException {
        try {
            return owner.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return owner.getDeclaredMethod(name, parameters);
        }
    }

    private static AnnotatedElement field(Class<?> owner, String name) {
        try {
            return owner.getField(name);
        } catch (NoSuchFieldException e) {
            throw new AssertionError("not declared in host-api: " + owner.getName() + "#" + name, e);
        }
    }

    private static String standing(AnnotatedElement element) {
        HostType type = element.getAnnotation(HostType.class);
        Class<?> declaring = element instanceof java.lang.reflect.Member member ? member.getDeclaringClass() : null;
        HostType ownerType = declaring == null ? type : declaring.getAnnotation(HostType.class);
        boolean unconfirmed =
                Stream.of(type, ownerType).anyMatch(documented -> documented != null && !documented.confirmed());
        return unconfirmed || element.isAnnotationPresent(Unconfirmed.class) ? "unconfirmed" : "confirmed";
    }

    private static String line(String member, String standing) {
        return member + " " + standing;
    }
}
