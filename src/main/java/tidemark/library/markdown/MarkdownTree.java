package tidemark.library.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown parsed by the rules of CommonMark, within limits that no text can break.
final class MarkdownTree {
    private static final int DEEPEST = 100;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private MarkdownTree() {}

    /// The tree of a text.
    static Node of(String markdown) {
        return PARSER.parse(markdown);
    }

    /// The words of a part of it.
    static String words(Node node) {
        var text = new StringBuilder();
        node.accept(new Words(text));
        return text.toString();
    }

    /// A collector of the words that a reader would read; pictures and HTML have none.
    static class Words extends AbstractVisitor {
        final StringBuilder text;

        Words(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append('\n');
        }

        @Override
        public void visit(Image image) {}

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block) {
                text.append('\n');
            }
        }
    }
}
