package dev.marquee.cf.tool;

import dev.marquee.cf.eval.Protocol;
import dev.marquee.launcher.cli.ValueReader;

/** Names of protocols. */
final class ProtocolNames extends ValueReader<Protocol> {
    ProtocolNames() {
        super(Protocol::named);
    }
}
