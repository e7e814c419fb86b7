package org.incomingmail.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import javax.servlet.http.HttpServletRequest;
import org.incomingmail.confluence.settings.Access;
import org.incomingmail.confluence.settings.SystemAdministrators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private final SystemAdministrators administrators = mock(SystemAdministrators.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final Gate gate = new RefusingGate();

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data"})
    void aFormOfAnotherSiteChangesNothing(String contentType) {
        when(administrators.access(any())).thenReturn(Access.GRANTED);
        when(request.getMethod()).thenReturn("POST");
        when(request.getContentType()).thenReturn(contentType);

        assertThat(refused()).isEqualTo(RestCode.XSRF);
    }

    @Test
    void jsonOrTheHeaderMayChange() {
        when(administrators.access(any())).thenReturn(Access.GRANTED);
        when(request.getMethod()).thenReturn("POST");
        when(request.getContentType()).thenReturn("application/json;charset=UTF-8", (String) null);
        when(request.getHeader("X-Atlassian-Token")).thenReturn("no-check");

        assertThatCode(() -> gate.changing(request)).doesNotThrowAnyException();
        assertThatCode(() -> gate.changing(request)).doesNotThrowAnyException();
    }

    @Test
    void whoIsNoSystemAdministratorIsTurnedAway() {
        when(administrators.access(any()))
                .thenReturn(Access.ANONYMOUS, Access.NO_SYSTEM_ADMINISTRATOR, Access.SECURE_SESSION_NEEDED);

        assertThat(refused()).isEqualTo(RestCode.LOGIN_NEEDED);
        assertThat(refused()).isEqualTo(RestCode.NO_SYSTEM_ADMINISTRATOR);
        assertThat(refused()).isEqualTo(RestCode.SECURE_SESSION_NEEDED);
    }

    private RestCode refused() {
        return catchThrowableOfType(Refused.class, () -> gate.changing(request)).code;
    }

    /** Says why it refuses without a JAX-RS runtime to build an answer with. */
    private final class RefusingGate extends Gate {
        RefusingGate() {
            super(administrators, mock(ReportJson.class));
        }

        @Override
        javax.ws.rs.WebApplicationException refusal(RestCode code, String field, String... arguments) {
            throw new Refused(code);
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final RestCode code;

        Refused(RestCode code) {
            this.code = code;
        }
    }
}
