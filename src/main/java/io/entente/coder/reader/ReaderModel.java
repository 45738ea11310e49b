package io.entente.coder.reader;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.entente.avro.Status;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network: judges all pairs of a window in one pass, on the caller's thread. It may be shared between threads.
 *
 * <p>Its outputs of a pair are the log odds that anything is said, then of the {@link Label}s and of the statuses.
 */
final class ReaderModel implements AutoCloseable {
    private static final int LABELS = Label.values().length;
    private static final int STATUSES = Status.values().length;
    private static final int OUTPUTS = 1 + LABELS + STATUSES;
    private static final Map<String, long[]> SHAPES = Map.of(
            "ids", new long[] {-1},
            "marks", new long[] {-1},
            "actors", new long[] {-1, -1},
            "pairs", new long[] {-1, 2},
            "distances", new long[] {-1},
            "hints", new long[] {-1, HintVector.SIZE},
            "outputs", new long[] {-1, OUTPUTS},
            "attention", new long[] {-1, -1});

    /** Frees the sessions of models that nobody closes, as when a coder is replaced while threads may still use it. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Cleaner.Cleanable cleanable;

    private ReaderModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.cleanable = CLEANER.register(this, () -> close(session));
    }

    /**
     * The network of a model's file.
     *
     * @throws IllegalArgumentException if it is not a model, or one with other inputs and outputs; the message says which
     */
    static ReaderModel of(byte[] onnx) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(
                    false); // windows differ in shape: each would have a pattern of its own
            OrtSession session = environment.createSession(onnx, options);
            ReaderModel model = new ReaderModel(environment, session);
            try {
                model.check();
            } catch (IllegalArgumentException | OrtException e) {
                model.close();
                throw e;
            }
            return model;
        } catch (OrtException e) {
            throw new IllegalArgumentException("is not a model that onnxruntime can load: " + e.getMessage(), e);
        }
    }

    private void check() throws OrtException {
        Map<String, NodeInfo> found = new HashMap<>(session.getInputInfo());
        found.putAll(session.getOutputInfo());
        for (Map.Entry<String, long[]> entry : SHAPES.entrySet()) {
            NodeInfo info = found.remove(entry.getKey());
            long[] shape = info != null && info.getInfo() instanceof TensorInfo tensor ? tensor.getShape() : null;
            if (shape == null || !fits(shape, entry.getValue())) {
                throw new IllegalArgumentException("has " + entry.getKey() + " of shape " + text(shape)
                        + ", this program needs " + text(entry.getValue()));
            }
        }
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(
                    "has inputs or outputs that this program does not know: " + found.keySet());
        }
    }

    private static boolean fits(long[] shape, long[] expected) {
        if (shape.length != expected.length) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            if (expected[i] >= 0 && shape[i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(long @Nullable [] shape) {
        return shape == null ? "none" : Arrays.toString(shape).replace("-1", "any");
    }

    /** What the network says of the pairs of {@code window}, in their order. */
    List<PairAnswer> judge(TextWindow window) {
        int length = window.pieces().size();
        int pairs = window.pairs().size();
        long[] ids = new long[length];
        long[] marks = new long[length];
        for (int i = 0; i < length; i++) {
            ids[i] = window.pieces().id(i);
            marks[i] = window.marks()[i];
        }
        float[] actors = new float[window.actors().size() * length];
        for (int a = 0; a < window.actors().size(); a++) {
            List<Integer> markers = window.actors().get(a).markers();
            for (int marker : markers) {
                actors[a * length + marker] = 1f / markers.size();
            }
        }
        long[] both = new long[pairs * 2];
        long[] distances = new long[pairs];
        float[] hints = new float[pairs * HintVector.SIZE];
        for (int p = 0; p < pairs; p++) {
            TextWindow.Pair pair = window.pairs().get(p);
            both[p * 2] = pair.source();
            both[p * 2 + 1] = pair.target();
            distances[p] = pair.distance();
            System.arraycopy(pair.hints(), 0, hints, p * HintVector.SIZE, HintVector.SIZE);
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("ids", longs(ids, length));
            inputs.put("marks", longs(marks, length));
            inputs.put("actors", floats(actors, window.actors().size(), length));
            inputs.put("pairs", longs(both, pairs, 2));
            inputs.put("distances", longs(distances, pairs));
            inputs.put("hints", floats(hints, pairs, HintVector.SIZE));
            try (OrtSession.Result result = session.run(inputs)) {
                return answers(matrix(result, "outputs"), matrix(result, "attention"));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the reader's model failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
            Reference.reachabilityFence(this);
        }
    }

    private OnnxTensor longs(long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private OnnxTensor floats(float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }

    private static float[][] matrix(OrtSession.Result result, String name) throws OrtException {
        OnnxValue value = result.get(name).orElseThrow();
        return (float[][]) value.getValue();
    }

    private static List<PairAnswer> answers(float[][] outputs, float[][] attention) {
        List<PairAnswer> answers = new ArrayList<>();
        for (int p = 0; p < outputs.length; p++) {
            float[] row = outputs[p];
            answers.add(new PairAnswer(
                    (float) (1 / (1 + Math.exp(-row[0]))),
                    softmax(row, 1, 1 + LABELS),
                    softmax(row, 1 + LABELS, OUTPUTS),
                    attention[p]));
        }
        return answers;
    }

    private static float[] softmax(float[] values, int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = Math.max(most, values[i]);
        }
        double sum = 0;
        float[] shares = new float[to - from];
        for (int i = from; i < to; i++) {
            shares[i - from] = (float) Math.exp(values[i] - most);
            sum += shares[i - from];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= (float) sum;
        }
        return shares;
    }

    @Override
    public void close() {
        cleanable.clean();
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
