package io.entente.cli.output;

import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/**
 * The last part of a command's help. Lines of the source are joined to paragraphs, which fit any width; indented lines, such as
 * examples, stay whole, so that they can be copied.
 */
public final class HelpFooter implements IHelpSectionRenderer {
    private static final String INDENT = " ";

    @Override
    public String render(Help help) {
        StringBuilder rendered = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        for (String line : help.commandSpec().usageMessage().footer()) {
            if (!line.isBlank() && !line.startsWith(INDENT)) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
                continue;
            }
            end(paragraph, rendered, help);
            rendered.append(String.format(line)).append(System.lineSeparator());
        }
        end(paragraph, rendered, help);
        return rendered.toString();
    }

    private static void end(StringBuilder paragraph, StringBuilder rendered, Help help) {
        if (!paragraph.isEmpty()) {
            rendered.append(help.createHeading(paragraph + "%n"));
            paragraph.setLength(0);
        }
    }
}
