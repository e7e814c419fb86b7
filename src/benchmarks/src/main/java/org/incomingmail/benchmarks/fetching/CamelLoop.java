package org.incomingmail.benchmarks.fetching;

import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel route from a mailbox as it comes, but that messages seen before are wanted as well. */
public final class CamelLoop {
    private CamelLoop() {}

    public static void main(String[] arguments) throws Exception {
        AtomicInteger count = new AtomicInteger();
        CountDownLatch complete = new CountDownLatch(1);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("imap://127.0.0.1:" + arguments[0] + "?username=RAW(" + arguments[1] + ")&password=RAW("
                                    + arguments[2] + ")&unseen=false&initialDelay=0")
                            .process(exchange -> {
                                exchange.getIn(MailMessage.class)
                                        .getOriginalMessage()
                                        .writeTo(OutputStream.nullOutputStream());
                                count.incrementAndGet();
                                if (exchange.getProperty(Exchange.BATCH_COMPLETE, false, Boolean.class)) {
                                    complete.countDown();
                                }
                            });
                }
            });
            camel.start();
            complete.await();
            Told.once(count.get());
            Runtime.getRuntime().halt(0); // its slow farewell is not measured
        }
    }
}
