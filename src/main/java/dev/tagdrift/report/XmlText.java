package dev.tagdrift.report;

/** Writes any text into XML, as content or as the value of an attribute. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;

    private XmlText() {}

    static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(xml, character));
        return xml.toString();
    }

    private static void append(StringBuilder xml, int character) {
        switch (character) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            case '\n' -> xml.append('\n');
            default -> xml.appendCodePoint(isCharacter(character) ? character : REPLACEMENT);
        }
    }

    /** XML 1.0 has no place for the others, not even escaped; nor for tabs that an attribute keeps. */
    private static boolean isCharacter(int character) {
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
