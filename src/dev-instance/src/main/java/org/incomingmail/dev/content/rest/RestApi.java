package org.incomingmail.dev.content.rest;

import java.util.Set;
import java.util.function.Supplier;
import org.incomingmail.dev.content.wiki.Wiki;
import org.incomingmail.dev.house.Host;

/** The resources below /rest/api. */
public final class RestApi {

    private RestApi() {}

    public static void open(Host host, Wiki wiki) {
        Supplier<Json> json =
                () -> new Json(wiki, host.baseUrl(), host.options().contextPath());
        ContentResource contents = new ContentResource(wiki, json);
        host.routes()
                .rest(
                        "/api",
                        Set.of(new SpaceResource(wiki, json), contents, new AttachmentResource(wiki, json, contents)));
    }
}
