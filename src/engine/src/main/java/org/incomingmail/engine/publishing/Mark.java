package org.incomingmail.engine.publishing;

/** An inline element with at most one attribute, such as emphasis, a link or a colour. */
record Mark(String tag, String attribute, String value) {

    static Mark of(String tag) {
        return new Mark(tag, "", "");
    }

    void open(XmlText xml) {
        if (attribute.isEmpty()) {
            xml.open(tag);
        } else {
            xml.open(tag, attribute, value);
        }
    }
}
