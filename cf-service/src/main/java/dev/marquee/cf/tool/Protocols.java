package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Protocol;
import dev.marquee.launcher.cli.Words;

/** Names of protocols. */
final class Protocols extends Words<Protocol> {
    Protocols() {
        super(Protocol::named);
    }
}
