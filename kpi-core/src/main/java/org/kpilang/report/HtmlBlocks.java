package org.kpilang.report;

import java.io.IOException;
import java.util.List;

/** Blocks as HTML. The heading of a part is one level below that of the part it lies in. */
final class HtmlBlocks implements Block.Visitor {

    private static final int DEEPEST_HEADING = 6;

    private final Markup out;
    private int level;

    /** @param level the level of the headings of the outermost parts */
    HtmlBlocks(Markup out, int level) {
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
        String heading = "h" + Math.min(DEEPEST_HEADING, level);
        out.open("section", "id", part.anchor(), "class", "part-" + Math.min(DEEPEST_HEADING, level)).newLine();
        out.open("div", "class", "head").open(heading).open("bdi").text(part.title()).close("bdi").close(heading);
        phrase(part.beside());
        out.close("div").newLine();
        level++;
        write(part.blocks());
        level--;
        out.close("section").newLine();
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) throws IOException {
        out.open("p");
        phrase(paragraph.text());
        out.close("p").newLine();
    }

    @Override
    public void bullets(Block.Bullets bullets) throws IOException {
        items(bullets.items());
        out.newLine();
    }

    private void items(List<Block.Bullets.Item> items) throws IOException {
        out.open("ul");
        for (Block.Bullets.Item item : items) {
            out.open("li");
            phrase(item.text());
            if (!item.below().isEmpty()) {
                items(item.below());
            }
            out.close("li");
        }
        out.close("ul");
    }

    @Override
    public void points(Block.Points points) throws IOException {
        out.open("dl", "class", points.brief() ? "brief" : "").newLine();
        for (Block.Points.Point point : points.points()) {
            out.open("div").element("dt", point.name());
            for (Phrase line : point.lines()) {
                out.open("dd");
                phrase(line);
                out.close("dd");
            }
            out.close("div").newLine();
        }
        out.close("dl").newLine();
    }

    @Override
    public void table(Block.Table table) throws IOException {
        // What may be scrolled must be reachable by the keyboard as well.
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption());
        out.open("table").open("caption").text(table.caption()).close("caption").newLine();
        out.open("thead").open("tr");
        for (Block.Table.Heading heading : table.columns()) {
            out.open("th", "scope", "col", "class", heading.number() ? "number" : "");
            phrase(heading.text());
            out.close("th");
        }
        out.close("tr").close("thead").newLine().open("tbody").newLine();
        for (List<Phrase> row : table.rows()) {
            out.open("tr");
            for (int i = 0; i < row.size(); i++) {
                String number = table.columns().get(i).number() ? "number" : "";
                if (i == 0) {
                    out.open("th", "scope", "row", "class", number);
                } else {
                    out.open("td", "class", number);
                }
                phrase(row.get(i));
                out.close(i == 0 ? "th" : "td");
            }
            out.close("tr").newLine();
        }
        out.close("tbody").close("table").close("div").newLine();
    }

    @Override
    public void picture(Block.Picture picture) throws IOException {
        Chart chart = picture.chart();
        boolean narrow = chart.alternative() instanceof Block.Bullets;
        out.open("figure", "class", narrow ? "wide" : "").markup(chart.element()).newLine();
        out.open("details").element("summary", narrow ? "As a list" : "As a table").newLine();
        chart.alternative().accept(this);
        out.close("details").close("figure").newLine();
    }

    @Override
    public void tiles(Block.Tiles tiles) throws IOException {
        out.open("ul", "class", "tiles").newLine();
        for (Block.Tiles.Tile tile : tiles.tiles()) {
            out.open("li", "class", "tile " + tile.status().tone().style());
            out.open("p", "class", "name");
            phrase(tile.name());
            out.close("p").open("p", "class", "value").text(tile.value());
            if (!tile.unit().isEmpty()) {
                out.text(" ").element("bdi", tile.unit(), "class", "unit");
            }
            out.close("p");
            if (!tile.status().word().isEmpty()) {
                pill(tile.status());
            }
            for (Phrase line : tile.lines()) {
                out.open("p", "class", "line");
                phrase(line);
                out.close("p");
            }
            out.markup(tile.sparkline().element()).close("li").newLine();
        }
        out.close("ul").newLine();
    }

    @Override
    public void details(Block.Details details) throws IOException {
        out.open("details").element("summary", details.summary()).newLine();
        write(details.blocks());
        out.close("details").newLine();
    }

    private void phrase(Phrase phrase) throws IOException {
        for (Phrase.Span span : phrase.spans()) {
            span(span);
        }
    }

    private void span(Phrase.Span span) throws IOException {
        if (span instanceof Phrase.Name) {
            out.element("bdi", span.plain());
        } else if (span instanceof Phrase.Strong) {
            out.element("strong", span.plain());
        } else if (span instanceof Phrase.Aside) {
            out.element("span", span.plain(), "class", "soft");
        } else if (span instanceof Phrase.Code) {
            out.element("code", span.plain());
        } else if (span instanceof Phrase.Link link) {
            out.open("a", "href", "#" + link.anchor()).element("bdi", link.plain()).close("a");
        } else if (span instanceof Phrase.Status status) {
            pill(status.pill());
        } else if (span instanceof Phrase.Line line) {
            out.open("span", "class", "line").markup(line.sparkline().element()).close("span");
        } else if (span instanceof Phrase.Attained attained) {
            out.open("span", "class", "bar").markup(attained.bar().element()).close("span").text(" ")
                    .text(attained.bar().figure());
        } else {
            out.text(span.plain());
        }
    }

    private void pill(StatusPill pill) throws IOException {
        out.open("span", "class", "pill " + pill.tone().style())
                .element("span", String.valueOf(pill.tone().shape()), "class", "shape", "aria-hidden", "true")
                .element("bdi", pill.word()).close("span");
    }
}
