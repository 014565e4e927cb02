package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the package managers' own documentation says of the order of versions. */
class VersionOrderTest {
    /** The chain is Debian policy's own; the rest are the corners of deb-version(7). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "~~ < ~~a",
                "~~a < ~",
                "~ < 1",
                "1.0~beta1 < 1.0",
                "1.0~beta1~svn1245 < 1.0~beta1",
                "1.0 < 1.0a",
                "1.0a < 1.0+b",
                "1.0-1 < 1.0-1+deb12u1",
                "1.0-1~deb11u1 < 1.0-1",
                "1.9 < 1.10",
                "1.0 = 1.00",
                "1.0 = 1.0-0",
                "0:1.0 = 1.0",
                "9.9 < 1:0.1",
                "2:1 < 10:1",
                "1.0-9 < 1.0-10",
                "1.0-2-1 > 1.0-1-2",
                "1.2 < 1.2.0",
                "1. = 1.0",
                "1.1.1w-0+deb11u1 < 3.0.20-1~deb12u2",
                "99999999999999999999998 < 99999999999999999999999"
            })
    void debian(String one, String sign, String other) {
        assertOrder(PackageFormat.DEB, one, sign, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "1.0 = 1.0",
                "1.0 < 2.0",
                "2.0.1 > 2.0",
                "2.0.1a > 2.0.1",
                "5.5p1 < 5.5p2",
                "5.5p10 > 5.5p2",
                "10xyz < 10.1xyz",
                "xyz10 > xyz.1",
                "1.0 < 1.0.fc4",
                "fc4 < 1",
                "1b.fc17 < 1.fc17",
                "1.0 = 1_0",
                "1.0. = 1.0",
                "1.05 = 1.5",
                "a+ = a_",
                "1.0~rc1 < 1.0",
                "1.0~rc1 < 1.0~rc2",
                "1.0~rc1~git123 < 1.0~rc1",
                "1.0^ > 1.0",
                "1.0^git1 < 1.0.1",
                "1.0^git1 < 1.0^git2",
                "1.0^git1~pre < 1.0^git1",
                "1.0~rc1^git1 > 1.0~rc1",
                "1:1.0-1 > 2.0-1",
                "0:1.0-1 = 1.0-1",
                "1.0-1.el9 < 1.0-2.el9",
                "1.0-10 > 1.0-9"
            })
    void rpm(String one, String sign, String other) {
        assertOrder(PackageFormat.RPM, one, sign, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "1.0 < 1.0.0",
                "1.9 < 1.10",
                "1.0_alpha < 1.0_beta",
                "1.0_beta < 1.0_pre",
                "1.0_pre < 1.0_rc",
                "1.0_rc1 < 1.0",
                "1.0 < 1.0_cvs",
                "1.0_cvs < 1.0_svn",
                "1.0_svn < 1.0_git",
                "1.0_git < 1.0_hg",
                "1.0_hg < 1.0_p",
                "1.0_p9-r0 < 1.0_p10-r0",
                "0.1.0_alpha_pre2 < 0.1.0_alpha",
                "0.1.0_alpha < 0.1.0_alpha2",
                "1.0.0_pre20191002222144-r0 < 1.0.0_pre20210530193627-r0",
                "1.3-r0 < 1.3.1-r0",
                "1.0-r9 < 1.0-r10",
                "1.0 < 1.0-r0",
                "0.9.8c-r1 < 0.9.8d",
                "1.1 < 1.1a",
                "1.06-r6 < 006",
                "0.3.7 < 0.21",
                "1.05 < 1.1",
                "2.02.06 < 2.02.10",
                "02.08.01b < 4.77",
                "1.0~1234-r0 > 1.0-r0",
                "1.0 < 1.0bc",
                "2.2.3-r2 < 013",
                "23_foo > 4_beta",
                "1.2.07.8 < 1.2.12.04",
                "2.01.01_alpha10 > 0.94",
                "1.1 > 1.02",
                "0.59s-r11 < 0.65",
                "087-r1 < 103",
                "6b-r7 > 1.12-r7",
                "4.5_p1-r1 > 4.5_p1"
            })
    void apk(String one, String sign, String other) {
        assertOrder(PackageFormat.APK, one, sign, other);
    }

    private static void assertOrder(PackageFormat format, String one, String sign, String other) {
        Comparator<String> order = format.versions();
        assertThat(order.compare(one, other)).isEqualTo(-order.compare(other, one));
        assertThat(sign(order.compare(one, other))).isEqualTo(sign);
    }

    private static String sign(int comparison) {
        return comparison < 0 ? "<" : comparison > 0 ? ">" : "=";
    }

    @ParameterizedTest
    @EnumSource
    void isAnOrder(PackageFormat format) {
        Random random = new Random(42);
        Comparator<String> order = format.versions();
        for (int i = 0; i < 5_000; i++) {
            String one = version(random);
            String two = version(random);
            String three = version(random);

            assertThat(order.compare(one, one)).isZero();
            assertThat(Integer.signum(order.compare(one, two))).isEqualTo(-Integer.signum(order.compare(two, one)));
            if (order.compare(one, two) <= 0 && order.compare(two, three) <= 0) {
                assertThat(order.compare(one, three))
                        .as("%s, %s, %s", one, two, three)
                        .isNotPositive();
            }
        }
    }

    private static String version(Random random) {
        String[] pieces = "0 1 9 10 01 a b ~ ^ . . - -r1 _rc _p _alpha ~rc1 + : 1: _x".split(" ", -1);
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> pieces[random.nextInt(pieces.length)])
                .reduce("", String::concat);
    }
}
