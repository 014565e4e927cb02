package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.enforce.BaseImage;
import dev.tagdrift.enforce.Claim;
import dev.tagdrift.enforce.Provenance;
import dev.tagdrift.enforce.Provenance.Listed;
import dev.tagdrift.enforce.Provenance.None;
import dev.tagdrift.enforce.Provenance.NotFetched;
import dev.tagdrift.enforce.Provenance.NotReadable;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.image.Digest;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.VerifyReport.Verified;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words for what is told about the base of an image, apart from its layers. */
final class EvidenceWording {
    private static final String AS_LOCKED = "as-locked";

    private final Verified one;

    EvidenceWording(Verified one) {
        this.one = one;
    }

    /** What the labels say, where the layers say something else, or nothing. */
    Stream<Fact> claimed() {
        return one.evidence().label().map(claim -> Fact.of("claims", words(claim))).stream();
    }

    /** What is told of the image itself, held against what it should be. */
    Stream<Fact> told(BaseImage.Known base) {
        Stream<Fact> annotated = one.evidence().annotation().stream()
                .map(claim -> Fact.of(
                        "annotated",
                        words(claim)
                                + claim.digest()
                                        .map(digest -> ", " + relation(List.of(digest), base))
                                        .orElse("")));
        return Stream.concat(annotated, provenance(base).map(words -> Fact.of("provenance", words)).stream());
    }

    private static String words(Claim claim) {
        return (claim.name()
                        + claim.digest()
                                .map(digest -> " " + Phrases.digest(digest))
                                .orElse(""))
                .strip();
    }

    private String relation(Collection<Digest> told, BaseImage.Known base) {
        String held = BaseWording.held(base);
        return isAmong(told, base)
                .map(same -> same ? "as " + held : "not the " + held + " digest")
                .orElseGet(() ->
                        "perhaps the " + held + " image for " + one.image().platform());
    }

    private Optional<Boolean> isAmong(Collection<Digest> told, BaseImage.Known base) {
        return base.isAmong(told, one.image().platform());
    }

    private Optional<String> provenance(BaseImage.Known base) {
        String name = Phrases.name(base.reference());
        return switch (one.evidence().provenance()) {
            case None none -> Optional.empty();
            case Listed listed -> {
                SortedSet<Digest> told = digests(listed, base);
                yield Optional.of(
                        told.isEmpty()
                                ? "does not list " + name + " among its "
                                        + Phrases.count(listed.materials().size(), "image")
                                : name + " "
                                        + told.stream().map(Phrases::digest).collect(Collectors.joining(", ")) + ", "
                                        + relation(told, base));
            }
            case NotFetched missing ->
                Optional.of("not read: " + FailureWording.sentence(missing.reason(), List.of("it")));
            case NotReadable unreadable -> Optional.of("there is one, and it makes no sense");
        };
    }

    private SortedSet<Digest> digests(Listed listed, BaseImage.Known base) {
        return listed.digests(base.reference(), one.image().platform());
    }

    /** What is to be added where the layers tell that all is well; a digest that is the same need not be told again. */
    String beside(AsLocked verified) {
        BaseImage.Known base = verified.base();
        if (isDisputed()) {
            return "";
        }
        String as = "as " + BaseWording.held(base);
        Stream<String> annotated = one.evidence().annotation().flatMap(Claim::digest).stream()
                .map(digest -> "annotated: " + relation(List.of(digest), base));
        Stream<String> provenance = word(Optional.of(base))
                .flatMap(word -> word.equals(AS_LOCKED) ? Optional.of(as) : provenance(base))
                .map(words -> "provenance: " + words)
                .stream();
        String told = Stream.concat(annotated, provenance).collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : " (" + told + ")";
    }

    boolean isDisputed() {
        return one.evidence().contradicts(one.verification(), one.image().platform());
    }

    /** That it is not what the layers tell. */
    Optional<Message> disputed(BaseImage.Known base, String where, String image) {
        String name = code(Phrases.name(base.reference()));
        String held = BaseWording.held(base);
        String sentence = one.verification() instanceof AsLocked
                ? code(image) + " is told to be built from another " + name + " than the " + held
                        + " one that its layers show"
                : code(image) + " is told to be built from the " + held + " " + name + ", which its layers do not show";
        return isDisputed()
                ? Optional.of(new Message(
                        Kind.NOTE,
                        Id.BASE_DISPUTED,
                        where,
                        sentence,
                        Stream.concat(Stream.of(BaseWording.wanted(base)), told(base))
                                .toList(),
                        List.of("the layers decide; what is told may be of another build, so build and push it again")))
                : Optional.empty();
    }

    /** One word for what the provenance tells, for programs. */
    Optional<String> word(Optional<BaseImage.Known> base) {
        return switch (one.evidence().provenance()) {
            case None none -> Optional.empty();
            case NotFetched missing -> Optional.of("unread");
            case NotReadable unreadable -> Optional.of("unread");
            case Listed listed -> base.map(known -> word(digests(listed, known), known));
        };
    }

    private String word(Collection<Digest> told, BaseImage.Known base) {
        return told.isEmpty()
                ? "absent"
                : isAmong(told, base).map(same -> same ? AS_LOCKED : "another").orElse("unknown");
    }

    /** What the provenance says the base is. */
    Collection<Digest> digests(Optional<BaseImage.Known> base) {
        Provenance provenance = one.evidence().provenance();
        return provenance instanceof Listed listed && base.isPresent() ? digests(listed, base.get()) : List.of();
    }
}
