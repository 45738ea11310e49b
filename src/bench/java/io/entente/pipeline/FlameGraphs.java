package io.entente.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Flame graphs of a recording of Java's Flight Recorder, one SVG for each stage and one for all other threads: how wide a method is says which part
 * of the samples had it on the stack; it stands on its caller. Run it with {@code bin/bench flame [ARTICLES [news|year]]}.
 */
public final class FlameGraphs {
    private static final int WIDTH = 1600;
    private static final int ROW = 17;
    private static final int TITLE = 2 * ROW;
    /** Narrower ones are left out, in pixels. */
    private static final double NARROWEST = 0.6;

    private static final double LETTER = 6.4;
    private static final String OTHER = "other";

    private final Map<String, Frame> roots = new TreeMap<>();

    /** A method on a path of callers, and how many samples passed through it. */
    private static final class Frame {
        private final Map<String, Frame> callees = new TreeMap<>();
        private int samples;

        int depth() {
            return 1 + callees.values().stream().mapToInt(Frame::depth).max().orElse(0);
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        FlameGraphs graphs = new FlameGraphs();
        graphs.read(Path.of(args[0]));
        for (Map.Entry<String, Frame> stage : graphs.roots.entrySet()) {
            Path file = folder.resolve(stage.getKey() + ".svg");
            Files.writeString(file, svg(stage.getKey(), stage.getValue()));
            System.out.printf("%s: %,d samples%n", file, stage.getValue().samples);
        }
    }

    private void read(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && stack != null) {
                    add(stage(event.getThread("sampledThread")), stack);
                }
            }
        }
    }

    /** Of a thread that bears a stage's name. */
    private static String stage(RecordedThread thread) {
        String name = thread == null || thread.getJavaName() == null ? "" : thread.getJavaName();
        for (Stage stage : Stage.values()) {
            String word = stage.name().toLowerCase(Locale.ROOT);
            if (name.contains("-" + word + "-")
                    || name.contains("." + word + "-")
                    || name.contains(stage.name() + "-")) {
                return word;
            }
        }
        return OTHER;
    }

    private void add(String stage, RecordedStackTrace stack) {
        List<String> calls = new ArrayList<>();
        for (RecordedFrame frame : stack.getFrames()) {
            if (frame.isJavaFrame()) {
                String type = frame.getMethod().getType().getName();
                calls.add(type.substring(type.lastIndexOf('.') + 1) + "."
                        + frame.getMethod().getName());
            }
        }
        Collections.reverse(calls);
        Frame frame = roots.computeIfAbsent(stage, name -> new Frame());
        frame.samples++;
        for (String call : calls) {
            frame = frame.callees.computeIfAbsent(call, name -> new Frame());
            frame.samples++;
        }
    }

    private static String svg(String title, Frame root) {
        int height = TITLE + ROW * root.depth();
        StringBuilder svg = new StringBuilder(1 << 16);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"monospace\" font-size=\"11\">%n",
                WIDTH,
                height));
        draw(svg, title, root, root.samples, 0, height - ROW);
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, String name, Frame frame, int all, double x, int y) {
        double width = (double) WIDTH * frame.samples / all;
        if (width < NARROWEST) {
            return;
        }
        String label = name.replace("&", "&amp;").replace("<", "&lt;");
        int letters = (int) (width / LETTER);
        svg.append(String.format(
                Locale.ROOT,
                "<g><title>%s: %d of %d samples, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"hsl(%d,70%%,72%%)\"/>",
                label,
                frame.samples,
                all,
                100.0 * frame.samples / all,
                x,
                y,
                width - 0.4,
                ROW - 1,
                Math.floorMod(name.hashCode(), 50)));
        if (letters > 3) {
            String shown = name.length() <= letters ? name : name.substring(0, letters);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\">%s</text>",
                    x + 2,
                    y + ROW - 5,
                    shown.replace("&", "&amp;").replace("<", "&lt;")));
        }
        svg.append("</g>\n");
        double left = x;
        for (Map.Entry<String, Frame> callee : frame.callees.entrySet()) {
            draw(svg, callee.getKey(), callee.getValue(), all, left, y - ROW);
            left += (double) WIDTH * callee.getValue().samples / all;
        }
    }
}
