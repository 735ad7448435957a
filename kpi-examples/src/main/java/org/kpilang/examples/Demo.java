package org.kpilang.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All figures that were published with data, beside what the library makes of the same facts. */
public final class Demo implements Example {

    private static final List<Example> EXAMPLES =
            List.of(new Southwest(), new MatchGroup(), new Netflix(), new OnlineShop(), new MusicShop(),
                    new JaffleShop(), new Telecom());

    public static void main(String[] arguments) throws IOException {
        System.out.print(new Demo().text());
    }

    /** The figures as a table, and one table more of what nobody reported. */
    public String text() throws IOException {
        return "Figures that were published with data, beside what the KPIs make of the same facts:\n\n"
                + FigureTable.of(figures())
                + "\nWhat nobody reported: the conversion of the online shop by month and type of visitor.\n\n"
                + new OnlineShop().conversionByMonth();
    }

    @Override
    public List<ReportedFigure> figures() throws IOException {
        List<ReportedFigure> figures = new ArrayList<>();
        for (Example example : EXAMPLES) {
            figures.addAll(example.figures());
        }
        return figures;
    }
}
