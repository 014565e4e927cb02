package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.pin.FileChange.Trouble;
import dev.tagdrift.pin.Left;
import dev.tagdrift.pin.Place;
import dev.tagdrift.pin.UseChange.Unchanged;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.PinReport.Mode;
import java.util.ArrayList;
import java.util.List;

/** The words for what keeps a digest from going into a file, or out of it. */
final class PinTroubleWording {
    private PinTroubleWording() {}

    /** A reference that is left as it is: nothing fails because of it, but for a gate that asks whether all is done. */
    static Message left(String where, Unchanged unchanged, Mode mode) {
        Place place = unchanged.place();
        String written = code(place.written());
        List<Fact> facts = new ArrayList<>();
        if (!place.isConstant()) {
            facts.add(new Fact(
                    "means",
                    place.references().stream()
                            .map(reference -> code(reference.familiar()))
                            .toList()));
        }
        return new Message(
                mode == Mode.CHECK ? Kind.STALE : Kind.WARNING,
                id(unchanged.reason()),
                where,
                written + " stays as it is: " + why(unchanged.reason()),
                facts,
                List.of(hint(unchanged.reason(), place)));
    }

    static Id id(Left reason) {
        return switch (reason) {
            case NO_TAG -> Id.NO_TAG;
            case SPLIT_TAG -> Id.SPLIT_TAG;
            case SHARED_ARGUMENT -> Id.SHARED_ARGUMENT;
            case SEVERAL_IMAGES -> Id.SEVERAL_IMAGES;
            case GIVEN_OUTSIDE -> Id.GIVEN_OUTSIDE;
        };
    }

    private static String why(Left reason) {
        return switch (reason) {
            case NO_TAG -> "it has no tag that a digest could stand behind";
            case SPLIT_TAG -> "no single place holds the whole tag";
            case SHARED_ARGUMENT -> "the variable that holds the tag has other uses too";
            case SEVERAL_IMAGES -> "it means several images";
            case GIVEN_OUTSIDE -> "what it means is not said by the file alone";
        };
    }

    private static String hint(Left reason, Place place) {
        return switch (reason) {
            case NO_TAG ->
                "write the tag that it means: "
                        + code(Phrases.name(place.references().getFirst()));
            case SPLIT_TAG -> "write the tag in one piece, or enforce the digest with `tagdrift export`";
            case SHARED_ARGUMENT ->
                "give the image a variable of its own, or enforce the digest with `tagdrift export`";
            case SEVERAL_IMAGES -> "enforce the digests with `tagdrift export`";
            case GIVEN_OUTSIDE -> "write the digest where the value comes from, or enforce it with `tagdrift export`";
        };
    }

    static Message trouble(String path, Trouble trouble) {
        return new Message(
                Kind.ERROR,
                trouble == Trouble.NOT_READABLE ? Id.UNREADABLE : Id.NOT_WRITTEN,
                path,
                switch (trouble) {
                    case NOT_READABLE -> "reading fails";
                    case CHANGED_MEANWHILE -> "somebody else wrote this file meanwhile";
                    case OUTSIDE_ROOT -> "this is a link to a file that is not under the root";
                    case NO_PERMISSION -> "this file cannot be written: that is not permitted";
                    case IO_ERROR -> "this file cannot be written: the file system does not say why";
                },
                List.of(Fact.of("file", "as it was")),
                List.of(
                        switch (trouble) {
                            case NOT_READABLE, CHANGED_MEANWHILE -> "run the command again";
                            case OUTSIDE_ROOT ->
                                "pin the file where it is, or leave it out with `exclude` in tagdrift.yaml";
                            case NO_PERMISSION -> "give permission there, then run the command again";
                            case IO_ERROR -> "make room or give permission there, then run the command again";
                        }));
    }
}
