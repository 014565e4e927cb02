package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.io.IOException;

/** Says what is wrong with a document that a registry handed out. */
final class UnreadableDocumentException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;
    private final String detail;

    private UnreadableDocumentException(Flaw flaw, String detail) {
        super(detail);
        this.flaw = flaw;
        this.detail = detail;
    }

    static UnreadableDocumentException malformed(String detail) {
        return new UnreadableDocumentException(Flaw.MALFORMED, detail);
    }

    static UnreadableDocumentException unsupported(String type) {
        return new UnreadableDocumentException(Flaw.UNSUPPORTED_TYPE, Words.plain(type));
    }

    BadAnswer asFailure(String registry) {
        return new BadAnswer(registry, flaw, detail);
    }
}
