package dev.tagdrift.report;

import dev.tagdrift.enforce.BaseImage;
import dev.tagdrift.enforce.Claim;
import dev.tagdrift.enforce.Evidence;
import dev.tagdrift.enforce.Verification;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.Doubt;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import java.util.Optional;

/** What an image was built from, as JSON; docs/reference/json.md tells the shape. */
public final class VerifyJson {
    private VerifyJson() {}

    /**
     * The document.
     *
     * @param exitCode what the run ends with
     */
    public static String of(VerifyReport report, int exitCode) {
        VerifyWording wording = new VerifyWording(report);
        return JsonText.of(json -> {
            json.field("exitCode", exitCode);
            json.field("image", report.image());
            json.field("dockerfile", report.dockerfile());
            json.objects("platforms", report.verified(), one -> {
                Optional<BaseImage.Known> base = base(one.verification());
                json.field("platform", one.image().platform().toString());
                json.field("result", VerifyWording.word(one.verification()));
                json.field("base", base.map(BaseImage.Known::reference));
                json.field("locked", base.map(BaseImage.Known::digest));
                json.field("actual", actual(one.verification()));
                Evidence told = one.evidence();
                json.field("claimedName", told.label().map(Claim::name));
                json.field("claimedDigest", told.label().flatMap(Claim::digest));
                json.field("annotatedName", told.annotation().map(Claim::name));
                json.field("annotatedDigest", told.annotation().flatMap(Claim::digest));
                EvidenceWording evidence = new EvidenceWording(one);
                json.field("provenance", evidence.word(base));
                json.texts("provenanceDigests", evidence.digests(base));
                json.field("disputed", evidence.isDisputed());
            });
            json.texts("missing", report.missing());
            json.objects("problems", wording.messages(), message -> {
                json.field("id", message.id().toString());
                json.field("kind", message.kind().toString());
                json.field("where", message.where());
                json.words(message);
            });
        });
    }

    private static Optional<BaseImage.Known> base(Verification verification) {
        return switch (verification) {
            case AsLocked from -> Optional.of(from.base());
            case FromAnother another -> Optional.of(another.base());
            case FromElsewhere other -> Optional.of(other.base());
            case FromNothing nothing -> Optional.empty();
            case Untold(Doubt doubt) -> Optional.empty();
        };
    }

    private static Optional<?> actual(Verification verification) {
        return switch (verification) {
            case AsLocked from -> Optional.of(from.base().digest());
            case FromAnother another -> Optional.of(another.actual());
            case FromElsewhere other -> Optional.empty();
            case FromNothing nothing -> Optional.empty();
            case Untold untold -> Optional.empty();
        };
    }
}
