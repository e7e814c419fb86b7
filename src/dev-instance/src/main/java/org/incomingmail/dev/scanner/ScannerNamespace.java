package org.incomingmail.dev.scanner;

import org.springframework.beans.factory.xml.NamespaceHandlerSupport;

/** The namespace with the one element {@code <atlassian-scanner:scan-indexes/>}. */
public final class ScannerNamespace extends NamespaceHandlerSupport {

    @Override
    public void init() {
        registerBeanDefinitionParser("scan-indexes", new ScanIndexes());
    }
}
