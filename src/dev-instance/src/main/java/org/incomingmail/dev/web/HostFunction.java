package org.incomingmail.dev.web;

import com.google.template.soy.data.SoyValue;
import com.google.template.soy.data.restricted.StringData;
import com.google.template.soy.shared.restricted.SoyJavaFunction;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A function that the host lends to templates; every one of them gives text. */
final class HostFunction implements SoyJavaFunction {

    private final String name;
    private final int fewest;
    private final int most;
    private final Function<List<SoyValue>, String> work;

    HostFunction(String name, int fewest, int most, Function<List<SoyValue>, String> work) {
        this.name = name;
        this.fewest = fewest;
        this.most = most;
        this.work = work;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<Integer> getValidArgsSizes() {
        return IntStream.rangeClosed(fewest, most).boxed().collect(Collectors.toSet());
    }

    @Override
    public SoyValue computeForJava(List<SoyValue> arguments) {
        return StringData.forValue(work.apply(arguments));
    }
}
