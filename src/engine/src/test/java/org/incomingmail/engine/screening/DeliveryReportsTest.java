package org.incomingmail.engine.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.incomingmail.engine.message.Mails;
import org.junit.jupiter.api.Test;

class DeliveryReportsTest {
    private static Optional<DeliveryReport> report(String kind, String fields, String returned) throws IOException {
        String mail =
                """
                From: MAILER-DAEMON@mx.test
                Return-Path: <>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=%s; boundary=x

                --x
                Content-Type: text/plain

                Sorry.
                --x
                Content-Type: message/%s

                %s
                --x
                %s
                --x--
                """
                        .formatted(kind, kind, fields, returned)
                        .replace("\n", "\r\n");
        return DeliveryReports.of(Mails.read(mail));
    }

    @Test
    void aFailureNamesReceiverStatusWordsAndTheMailItIsAbout() throws IOException {
        String fields =
                """
                Reporting-MTA: dns; mx.test

                Final-Recipient: rfc822; bob@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such
                 user here""";
        assertThat(report("delivery-status", fields, "Content-Type: text/rfc822-headers\n\nMessage-ID:\n <m@wiki>\n"))
                .contains(new DeliveryReport(
                        DeliveryReport.Kind.FAILED,
                        "bob@example.com",
                        "5.1.1",
                        "550 5.1.1 no such user here",
                        Optional.of("<m@wiki>")));
    }

    @Test
    void theWholeReturnedMailWorksAsWell() throws IOException {
        String returned = "Content-Type: message/rfc822\n\nFrom: wiki@x\nMessage-ID: <m@wiki>\n\nMessage-ID: <other@x>";
        DeliveryReport report = report("delivery-status", "Action: delayed\nStatus: 4.4.1", returned)
                .orElseThrow();
        assertThat(report.kind()).isEqualTo(DeliveryReport.Kind.DELAYED);
        assertThat(report.messageId()).contains("<m@wiki>");
    }

    @Test
    void complaintsAndReadReceiptsAreTold() throws IOException {
        String complaint = "Feedback-Type: abuse\nUser-Agent: x\nVersion: 1\nOriginal-Rcpt-To: <bob@example.com>";
        DeliveryReport report = report(
                        "feedback-report", complaint, "Content-Type: message/rfc822\n\nMessage-ID: <m@wiki>\n\nHi")
                .orElseThrow();
        assertThat(report.kind()).isEqualTo(DeliveryReport.Kind.COMPLAINT);
        assertThat(report.recipient()).isEqualTo("bob@example.com");
        assertThat(report.messageId()).contains("<m@wiki>");
        String receipt = "Final-Recipient: rfc822;bob@example.com\nOriginal-Message-ID: <m@wiki>\nDisposition: x";
        report = report("disposition-notification", receipt, "Content-Type: text/plain\n\n")
                .orElseThrow();
        assertThat(report.kind()).isEqualTo(DeliveryReport.Kind.READ_RECEIPT);
        assertThat(report.messageId()).contains("<m@wiki>");
    }

    @Test
    void whatHasNoReportIsNone() throws IOException {
        assertThat(DeliveryReports.of(Mails.read("From: a@b\r\n\r\nMessage-ID: <m@wiki>")))
                .isEmpty();
        assertThat(report("delivery-status", "\0\0garbage : x", "Content-Type: text/plain\n\nx")
                        .orElseThrow()
                        .messageId())
                .isEmpty();
    }
}
