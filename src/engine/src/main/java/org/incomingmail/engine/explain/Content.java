package org.incomingmail.engine.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.engine.delivery.Assessment;
import org.incomingmail.engine.publishing.Composition;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.wiki.NewAttachment;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * What the message comes to in storage format. Shown for every message: a rejected one as the page it would have been.
 *
 * @param storageFormat empty when there is nothing to publish
 * @param names of the attachments in the wiki, in their order
 * @param embedded names of the images that the text shows
 */
record Content(Optional<String> storageFormat, List<String> names, Set<String> embedded, boolean published) {

    static Content of(Assessment assessment, Publisher publisher) {
        Composition composition = assessment.composition().orElseGet(() -> publisher.whole(assessment.message()));
        if (!(composition instanceof Composition.Publication publication)) {
            return new Content(Optional.empty(), List.of(), Set.of(), false);
        }
        String storage = publication.storageFormat();
        List<String> names =
                publication.attachments().stream().map(NewAttachment::name).toList();
        return new Content(
                Optional.of(storage),
                names,
                embedded(storage),
                assessment.composition().isPresent() && assessment.stop().isEmpty());
    }

    private static Set<String> embedded(String storageFormat) {
        return Set.copyOf(Jsoup.parse(storageFormat, "", Parser.xmlParser())
                .select("ac|image > ri|attachment")
                .eachAttr("ri:filename"));
    }
}
