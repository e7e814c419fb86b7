package org.incomingmail.scanner;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.inject.Named;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * Writes the index files that spring-scanner reads at run time, so that the same sources build with Atlassian's own
 * scanner. It looks at annotated declarations of the compiled sources only, as that scanner does.
 */
@SupportedAnnotationTypes({
    "javax.inject.Named",
    "com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport",
    "com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService"
})
public final class PluginComponentsProcessor extends AbstractProcessor {
    private final IndexFiles index = new IndexFiles();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        round.getElementsAnnotatedWith(Named.class).forEach(this::component);
        round.getElementsAnnotatedWith(ComponentImport.class).forEach(this::hostService);
        round.getElementsAnnotatedWith(ExportAsService.class).forEach(this::export);
        if (round.processingOver()) {
            index.write(processingEnv.getFiler(), problem -> processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "Cannot write the component index: " + problem));
        }
        return false;
    }

    private void component(Element element) {
        if (element instanceof TypeElement type) {
            index.component(name(type), type.getAnnotation(Named.class).value());
        }
    }

    private void hostService(Element element) {
        TypeElement type =
                (TypeElement) ((DeclaredType) processingEnv.getTypeUtils().erasure(element.asType())).asElement();
        index.hostService(
                name(type), element.getAnnotation(ComponentImport.class).value());
    }

    private void export(Element element) {
        TypeElement type = (TypeElement) element;
        List<String> named = type.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(ExportAsService.class.getName()))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .flatMap(value -> ((List<?>) value.getValue()).stream())
                .map(value -> name((TypeElement) ((DeclaredType) ((AnnotationValue) value).getValue()).asElement()))
                .toList();
        List<String> all = type.getInterfaces().stream()
                .map(TypeMirror::toString)
                .map(text -> text.replaceAll("<.*>", ""))
                .toList();
        index.export(name(type), named.isEmpty() ? all : named);
    }

    private String name(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }
}
