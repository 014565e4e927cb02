package dev.tagdrift;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tagdrift.Layers.Layer;
import dev.tagdrift.cli.Main;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages to the table in {@link Layers}, and the classes to the house rules. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
    private static final Map<String, String> MODULES = ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream().map(name -> Map.entry(name, module.getName())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> CORE_MODULES = Set.of("java.base", "java.logging");
    private static final Set<String> HARMLESS_OF_SYSTEM = Set.of("arraycopy", "identityHashCode");
    private static final Set<String> OUTSIDE_OF_RUNTIME = Set.of("exit", "halt", "addShutdownHook");

    static Stream<Layer> layers() {
        return Layers.all();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void seesOnlyWhatTheTableAllows(Layer layer) {
        classes()
                .that()
                .resideInAPackage(layer.packageName())
                .should()
                .onlyDependOnClassesThat(describe(
                        "the table of packages lets " + layer.name() + " see",
                        target -> isCore(target) || layer.maySee(target.getPackageName())))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean isCore(JavaClass target) {
        String name = target.getBaseComponentType().getPackageName();
        return target.getBaseComponentType().isPrimitive()
                || name.equals("org.jspecify.annotations")
                || CORE_MODULES.contains(MODULES.getOrDefault(name, ""));
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(packages().map(JavaPackage::getName)).isSubsetOf(Layers.names());
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages())
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as("package-info.java of %s has @NullMarked", one.getName())
                        .isTrue());
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).distinct();
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(Layers.ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyCliSeesTheWorldOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Layers.ROOT + "cli")
                .should()
                .accessTargetWhere(target("the environment, the process or the clock", ArchitectureTest::isOutside))
                .because("time and surroundings are handed down as values")
                .check(CLASSES);
    }

    private static boolean isOutside(AccessTarget target) {
        String name = target.getName();
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> !HARMLESS_OF_SYSTEM.contains(name);
            case "java.lang.Runtime" -> OUTSIDE_OF_RUNTIME.contains(name);
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.ZoneId", "java.util.TimeZone" -> name.equals("systemDefault") || name.equals("getDefault");
            case "java.util.Date" -> target.getFullName().endsWith("<init>()");
            default ->
                target.getOwner().getPackageName().equals("java.time")
                        && name.equals("now")
                        && !target.getFullName().endsWith("(java.time.Clock)");
        };
    }

    private static DescribedPredicate<JavaAccess<?>> target(String words, Predicate<AccessTarget> test) {
        return describe("the target is " + words, access -> test.test(access.getTarget()));
    }

    @Test
    void jacksonStaysInCodecs() {
        noClasses()
                .that(describe("are no codecs", one -> !mayUseJackson(one)))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
                .because("the form of a file or an answer is the business of one class")
                .check(CLASSES);
    }

    private static boolean mayUseJackson(JavaClass one) {
        String name = outermost(one).getSimpleName();
        return switch (one.getPackageName().substring(Layers.ROOT.length())) {
            case "demo" -> true;
            case "report" -> name.startsWith("Json") || name.endsWith("Codec");
            default -> name.endsWith("Codec");
        };
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(ArchitectureTest::outermost).orElse(one);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helpers?|Utils?|Utilities|Impl|Base|Data|Info|Common|Misc)")
                .because("such a name fits every class")
                .check(CLASSES);
    }

    @Test
    void noStaticState() {
        fields().that()
                .areStatic()
                .and(not(HasName.Predicates.nameStartingWith("$")))
                .should()
                .beFinal()
                .check(CLASSES);
    }
}
