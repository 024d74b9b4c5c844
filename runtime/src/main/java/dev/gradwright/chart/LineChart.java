package dev.gradwright.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

/**
 * Curves in one frame, with a title, axes and a legend.
 *
 * @param title what stands above
 * @param xLabel what is below the horizontal axis
 * @param yLabel what is above the vertical axis
 * @param logX whether the horizontal axis is logarithmic; numbers of 0 or less are left out then
 * @param logY whether the vertical axis is
 * @param curves what to draw
 * @param marks lines across all of it; the axes reach to them
 */
public record LineChart(
        String title, String xLabel, String yLabel, boolean logX, boolean logY, List<Curve> curves, List<Mark> marks) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;
    private static final int LEFT = 80;
    private static final int RIGHT = 24;
    private static final int TOP = 64;
    private static final int BOTTOM = 56;
    private static final Color GRID = new Color(0xe4e4e4);
    private static final Color[] COLORS = {
        new Color(0x1f6fb4),
        new Color(0xd1495b),
        new Color(0x2e8b57),
        new Color(0x8e5ea2),
        new Color(0xc77f1a),
        new Color(0x4f5d75)
    };

    /** Keeps the curves as they are. */
    public LineChart {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** A chart without marks. */
    public LineChart(String title, String xLabel, String yLabel, boolean logX, boolean logY, List<Curve> curves) {
        this(title, xLabel, yLabel, logX, logY, curves, List.of());
    }

    /** The picture. */
    public BufferedImage draw() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        drawOn(graphics);
        graphics.dispose();
        return picture;
    }

    /** Several charts, one below the other. */
    public static BufferedImage stack(List<LineChart> charts) {
        BufferedImage picture =
                new BufferedImage(WIDTH, Math.max(1, charts.size()) * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (LineChart chart : charts) {
            chart.drawOn(graphics);
            graphics.translate(0, HEIGHT);
        }
        graphics.dispose();
        return picture;
    }

    /** The picture as SVG, for a page of HTML that contains {@link Svg#STYLE}. The first curve has the class {@code series-1}. */
    public String svg() {
        return new SvgLines(this).draw();
    }

    /** Writes the picture as PNG. */
    public void write(Path file) throws IOException {
        ImageIO.write(draw(), "png", file.toFile());
    }

    private void drawOn(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        Axis x = across();
        Axis y = up();
        drawTexts(graphics);
        drawHorizontal(graphics, x);
        drawVertical(graphics, y);
        for (int i = 0; i < curves.size(); i++) {
            graphics.setColor(COLORS[i % COLORS.length]);
            graphics.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(line(curves.get(i), x, y));
        }
        marks.forEach(mark -> drawMark(graphics, mark, x, y));
        drawLegend(graphics);
    }

    /** The horizontal axis. */
    Axis across() {
        return Axis.over(all(Curve::x, true), logX);
    }

    /** The vertical axis. */
    Axis up() {
        return Axis.over(all(Curve::y, false), logY);
    }

    private double[] all(Function<Curve, double[]> numbers, boolean isAcross) {
        return DoubleStream.concat(
                        curves.stream().flatMapToDouble(curve -> Arrays.stream(numbers.apply(curve))),
                        marks.stream()
                                .filter(mark -> mark.isVertical() == isAcross)
                                .mapToDouble(Mark::at))
                .toArray();
    }

    private void drawTexts(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(fitting(graphics));
        graphics.drawString(title, LEFT, 26);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.drawString(yLabel, 12, 50);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(xLabel, WIDTH - RIGHT - metrics.stringWidth(xLabel), HEIGHT - 12);
    }

    /** The largest font in which the title fits, or a very small one. */
    private Font fitting(Graphics2D graphics) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, 15);
        while (font.getSize() > 7 && graphics.getFontMetrics(font).stringWidth(title) > WIDTH - LEFT - RIGHT) {
            font = font.deriveFont(font.getSize2D() - 1);
        }
        return font;
    }

    private static void drawHorizontal(Graphics2D graphics, Axis axis) {
        FontMetrics metrics = graphics.getFontMetrics();
        for (double tick : axis.ticks()) {
            int at = horizontal(axis.place(tick));
            graphics.setColor(GRID);
            graphics.drawLine(at, TOP, at, HEIGHT - BOTTOM);
            graphics.setColor(Color.DARK_GRAY);
            String label = axis.label(tick);
            graphics.drawString(label, at - metrics.stringWidth(label) / 2, HEIGHT - BOTTOM + 18);
        }
    }

    private static void drawVertical(Graphics2D graphics, Axis axis) {
        FontMetrics metrics = graphics.getFontMetrics();
        for (double tick : axis.ticks()) {
            int at = vertical(axis.place(tick));
            graphics.setColor(GRID);
            graphics.drawLine(LEFT, at, WIDTH - RIGHT, at);
            graphics.setColor(Color.DARK_GRAY);
            String label = axis.label(tick);
            graphics.drawString(label, LEFT - 8 - metrics.stringWidth(label), at + 5);
        }
        graphics.drawRect(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    }

    private static Path2D line(Curve curve, Axis x, Axis y) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < curve.x().length; i++) {
            double right = x.place(curve.x()[i]);
            double up = y.place(curve.y()[i]);
            if (Double.isNaN(right) || Double.isNaN(up)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(horizontal(right), vertical(up));
            } else {
                path.moveTo(horizontal(right), vertical(up));
                drawing = true;
            }
        }
        return path;
    }

    private static void drawMark(Graphics2D graphics, Mark mark, Axis x, Axis y) {
        double place = (mark.isVertical() ? x : y).place(mark.at());
        if (Double.isFinite(place)) {
            graphics.setColor(Color.DARK_GRAY);
            graphics.setStroke(
                    new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
            FontMetrics metrics = graphics.getFontMetrics();
            if (mark.isVertical()) {
                graphics.drawLine(horizontal(place), TOP, horizontal(place), HEIGHT - BOTTOM);
                graphics.drawString(mark.name(), horizontal(place) + 6, TOP + 16);
            } else {
                graphics.drawLine(LEFT, vertical(place), WIDTH - RIGHT, vertical(place));
                int right = WIDTH - RIGHT - 6 - metrics.stringWidth(mark.name());
                graphics.drawString(mark.name(), right, vertical(place) - 5);
            }
        }
    }

    private void drawLegend(Graphics2D graphics) {
        FontMetrics metrics = graphics.getFontMetrics();
        int right = WIDTH - RIGHT;
        for (int i = curves.size() - 1; i >= 0; i--) {
            String name = curves.get(i).name();
            right -= metrics.stringWidth(name);
            graphics.setColor(Color.BLACK);
            graphics.drawString(name, right, 50);
            graphics.setColor(COLORS[i % COLORS.length]);
            graphics.setStroke(new BasicStroke(2));
            graphics.drawLine(right - 26, 45, right - 6, 45);
            right -= 44;
        }
    }

    private static int horizontal(double place) {
        return (int) Math.round(LEFT + place * (WIDTH - LEFT - RIGHT));
    }

    private static int vertical(double place) {
        return (int) Math.round(HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM));
    }
}
