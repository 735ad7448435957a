package org.kpilang.report;

import java.io.IOException;
import java.util.List;

/** Blocks as Markdown, with the tables of GitHub. Charts become text, and small ones are blocks within a line. */
final class MarkdownBlocks implements Block.Visitor {

    private static final int DEEPEST_HEADING = 6;

    private final Appendable out;
    private int level;

    /** @param level the level of the headings of the outermost parts */
    MarkdownBlocks(Appendable out, int level) {
        this.out = out;
        this.level = level;
    }

    void write(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            block.accept(this);
        }
    }

    @Override
    public void part(Block.Part part) throws IOException {
        out.append('\n').append("#".repeat(Math.min(DEEPEST_HEADING, level))).append(' ')
                .append(MarkdownText.of(part.title()));
        if (!part.beside().isEmpty()) {
            out.append(" · ").append(text(part.beside()));
        }
        out.append('\n');
        level++;
        write(part.blocks());
        level--;
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) throws IOException {
        out.append('\n').append(text(paragraph.text())).append('\n');
    }

    @Override
    public void bullets(Block.Bullets bullets) throws IOException {
        out.append('\n');
        items(bullets.items(), "");
    }

    private void items(List<Block.Bullets.Item> items, String indent) throws IOException {
        for (Block.Bullets.Item item : items) {
            out.append(indent).append("- ").append(text(item.text())).append('\n');
            items(item.below(), indent + "  ");
        }
    }

    @Override
    public void points(Block.Points points) throws IOException {
        out.append('\n');
        for (Block.Points.Point point : points.points()) {
            out.append("- **").append(MarkdownText.of(point.name())).append(":** ")
                    .append(String.join("; ", point.lines().stream().map(MarkdownBlocks::text).toList()))
                    .append('\n');
        }
    }

    @Override
    public void table(Block.Table table) throws IOException {
        out.append('\n');
        row(table.columns().stream().map(Block.Table.Heading::text).toList());
        out.append('|');
        for (Block.Table.Heading heading : table.columns()) {
            out.append(heading.number() ? "---:|" : "---|");
        }
        out.append('\n');
        for (List<Phrase> row : table.rows()) {
            row(row);
        }
    }

    private void row(List<Phrase> cells) throws IOException {
        out.append('|');
        for (Phrase cell : cells) {
            out.append(' ').append(text(cell)).append(" |");
        }
        out.append('\n');
    }

    @Override
    public void picture(Block.Picture picture) throws IOException {
        String text = picture.chart().text();
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        out.append('\n').append(fence).append("text\n").append(text).append(fence).append('\n');
    }

    @Override
    public void tiles(Block.Tiles tiles) throws IOException {
        out.append('\n');
        for (Block.Tiles.Tile tile : tiles.tiles()) {
            out.append("- **").append(text(tile.name())).append(":** ").append(MarkdownText.of(tile.value()))
                    .append(tile.unit().isEmpty() ? "" : " " + MarkdownText.of(tile.unit()));
            if (!tile.status().word().isEmpty()) {
                out.append(' ').append(pill(tile.status()));
            }
            for (Phrase line : tile.lines()) {
                out.append(", ").append(text(line));
            }
            out.append(' ').append(tile.sparkline().text().stripTrailing()).append('\n');
        }
    }

    /** Nothing is folded in Markdown. */
    @Override
    public void details(Block.Details details) throws IOException {
        out.append("\n**").append(MarkdownText.of(details.summary())).append("**\n");
        write(details.blocks());
    }

    private static String text(Phrase phrase) {
        StringBuilder line = new StringBuilder();
        for (Phrase.Span span : phrase.spans()) {
            if (span instanceof Phrase.Strong) {
                line.append("**").append(MarkdownText.of(span.plain())).append("**");
            } else if (span instanceof Phrase.Code) {
                line.append(MarkdownText.code(span.plain()));
            } else if (span instanceof Phrase.Status status) {
                line.append(pill(status.pill()));
            } else if (span instanceof Phrase.Line || span instanceof Phrase.Attained) {
                line.append(span.plain());
            } else {
                line.append(MarkdownText.of(span.plain()));
            }
        }
        return line.toString();
    }

    private static String pill(StatusPill pill) {
        return pill.tone().shape() + " " + MarkdownText.of(pill.word());
    }
}
