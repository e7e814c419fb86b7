package org.incomingmail.confluence.nodes;

import java.util.List;

/** Port: where nodes write down that they are there. What a node that died wrote stays until another removes it. */
public interface NodeBook {
    List<Node> all();

    /** Adds it, or takes the place of what it wrote before. */
    void write(Node node);

    void remove(String id);
}
