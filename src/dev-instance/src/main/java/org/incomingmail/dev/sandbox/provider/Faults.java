package org.incomingmail.dev.sandbox.provider;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with the provider at the moment, on purpose. */
final class Faults {
    private volatile boolean down;
    private volatile @Nullable ErrorObject refusal;

    boolean isDown() {
        return down;
    }

    void setDown(boolean down) {
        this.down = down;
    }

    Optional<ErrorObject> refusal() {
        return Optional.ofNullable(refusal);
    }

    void refuse(@Nullable ErrorObject error) {
        this.refusal = error;
    }
}
