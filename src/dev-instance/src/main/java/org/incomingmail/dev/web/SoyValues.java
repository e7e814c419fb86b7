package org.incomingmail.dev.web;

import com.google.template.soy.data.SoyValue;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what Java code passes to a template into what Soy understands: records and beans become maps. */
final class SoyValues {

    private static final int DEEPEST = 12;

    private SoyValues() {}

    static Map<String, Object> map(Map<?, ?> data) {
        return map(data, 0);
    }

    private static Map<String, Object> map(Map<?, ?> data, int depth) {
        Map<String, Object> converted = new HashMap<>();
        data.forEach((key, value) -> put(converted, String.valueOf(key), value(value, depth + 1)));
        return converted;
    }

    private static @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || depth > DEEPEST) {
            return null;
        }
        if (value instanceof SoyValue || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float) {
            return value;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Optional<?> optional) {
            return value(optional.orElse(null), depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof Iterable<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(value(item, depth + 1)));
            return list;
        }
        if (value instanceof Object[] items) {
            return value(Arrays.asList(items), depth);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value.getClass().isRecord()) {
            return ofRecord(value, depth);
        }
        return isValue(value) ? value.toString() : ofBean(value, depth);
    }

    // dates, URIs, paths, characters and the like mean their text
    private static boolean isValue(Object value) {
        String name = value.getClass().getName();
        return name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
    }

    private static Map<String, Object> ofRecord(Object value, int depth) {
        Map<String, Object> converted = new HashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            put(converted, component.getName(), value(read(component.getAccessor(), value), depth + 1));
        }
        return converted;
    }

    private static Map<String, Object> ofBean(Object value, int depth) {
        Map<String, Object> converted = new HashMap<>();
        try {
            BeanInfo bean = Introspector.getBeanInfo(value.getClass(), Object.class);
            for (PropertyDescriptor property : bean.getPropertyDescriptors()) {
                if (property.getReadMethod() != null) {
                    put(converted, property.getName(), value(read(property.getReadMethod(), value), depth + 1));
                }
            }
        } catch (IntrospectionException e) {
            throw new IllegalArgumentException(value.getClass() + " can't be shown in a template", e);
        }
        return converted;
    }

    private static @Nullable Object read(Method getter, Object from) {
        try {
            getter.setAccessible(true);
            return getter.invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(getter + " can't be shown in a template", e);
        }
    }

    // a missing key reads as null in Soy
    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
