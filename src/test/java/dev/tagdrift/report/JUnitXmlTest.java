package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.testing.EveryFinding;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** What is written can be read as test results, by a schema of those that Jenkins reads. */
class JUnitXmlTest {
    private static void validate(String xml) throws SAXException, IOException {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File("src/test/resources/schemas/jenkins-junit.xsd"))
                .newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("dev.tagdrift.report.SarifTest#bulletins")
    void isValid(Bulletin bulletin) throws SAXException, IOException {
        validate(JUnitXml.of(bulletin));
    }

    @Test
    void isHeldAgainstASchemaThatRefusesWhatIsNone() {
        String xml = JUnitXml.of(Bulletin.of(EveryFinding.report()));
        assertThatThrownBy(() -> validate(xml.replace("<testcase classname", "<testcase clazz")))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(xml.replaceFirst("</failure>", ""))).isInstanceOf(SAXException.class);
    }

    @Test
    void namesEachCaseOnce() {
        assertThat(JUnitXml.of(Bulletin.of(EveryFinding.report())).lines().filter(line -> line.contains("<testcase")))
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
    }
}
