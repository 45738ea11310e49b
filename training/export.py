"""export.py WEIGHTS.pt FOLDER --data DATA: writes FOLDER/reader.onnx, quantised to int8.

The graph is built of onnxruntime's fused operators, for one window and all its pairs. The matrices that take the states of tokens are int8
by column, the word embeddings int8 by row; activations are quantised as they come, by tensor (quantising.py). The rest of the head stays in
fp32: quantised, it changed the top label of every sixth pair. `--fp32` leaves everything in fp32."""
import argparse
import math
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import model
from quantising import by_column, scales

OPSETS = [("", 17), ("com.microsoft", 1)]
FUSED = {"DynamicQuantizeMatMul", "FastGelu", "FusedMatMul", "MultiHeadAttention", "QAttention", "SkipLayerNormalization"}
EPSILON = 1e-12


class Graph:
    """An ONNX graph that grows by operators. A constant is an array, a value the name of another's output."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, array, dtype=np.float32):
        if isinstance(array, torch.Tensor):
            array = array.detach().numpy()
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(array, dtype, order="C"), name))
        return name

    def add(self, op, *inputs, outputs=1, names=None, **attributes):
        names = names or [f"{op}_{len(self.nodes)}_{i}" for i in range(outputs)]
        domain = "com.microsoft" if op in FUSED else ""
        self.nodes.append(helper.make_node(op, list(inputs), names, domain=domain, **attributes))
        return names[0] if len(names) == 1 else names

    def ints(self, *values):
        return self.constant(np.array(values), np.int64)

    def linear(self, x, weight, bias=None):
        """In fp32; the weight is (out, in), as torch has it."""
        product = self.add("MatMul", x, self.constant(weight.T))
        return product if bias is None else self.add("Add", product, self.constant(bias))


class Exporter:
    """Writes the reader's operators, quantised or not."""

    def __init__(self, reader, data, fp32=False):
        self.reader, self.fp32, self.graph = reader, fp32, Graph()
        self.divisors = {} if fp32 else scales(reader, data)

    def columns(self, weight):
        """The constants of an int8 matrix: columns, scales, zeros."""
        g, (columns, scale) = self.graph, by_column(weight)
        return g.constant(columns, np.int8), g.constant(scale), g.constant(np.zeros(scale.shape), np.int8)

    def divided(self, x, matrix):
        """What the matrix takes and the matrix itself, after the channels were divided."""
        if matrix not in self.divisors:
            return x, matrix.weight
        scale = self.divisors[matrix]
        return self.graph.add("Mul", x, self.graph.constant(1 / scale)), matrix.weight * scale

    def product(self, x, weight, bias):
        """The states of tokens times a matrix."""
        g = self.graph
        return g.linear(x, weight, bias) if self.fp32 else g.add("DynamicQuantizeMatMul", x, *self.columns(weight), g.constant(bias))

    def applied(self, x, matrix):
        x, weight = self.divided(x, matrix)
        return self.product(x, weight, matrix.bias)

    def words(self):
        g, weight = self.graph, self.reader.encoder.word.weight
        if self.fp32:
            return g.add("Gather", g.constant(weight), "ids")
        rows = weight.detach().numpy()
        scale = np.abs(rows).max(1, keepdims=True) / 127 + 1e-12
        values = g.add("Cast", g.add("Gather", g.constant(np.round(rows / scale), np.int8), "ids"), to=TensorProto.FLOAT)
        return g.add("Mul", values, g.add("Gather", g.constant(scale), "ids"))

    def normed(self, x, more, norm):
        g = self.graph
        return g.add("SkipLayerNormalization", x, more, g.constant(norm.weight), g.constant(norm.bias), epsilon=EPSILON)

    def attention(self, x, layer):
        g, heads = self.graph, layer.heads
        if self.fp32:
            q, k, v = g.add("Split", g.linear(x, layer.qkv.weight, layer.qkv.bias), axis=2, outputs=3)
            return g.add("MultiHeadAttention", q, k, v, num_heads=heads)
        x, weight = self.divided(x, layer.qkv)
        values, scale, zero = g.add("DynamicQuantizeLinear", x, outputs=3)
        columns, by, zeros = self.columns(weight)
        return g.add("QAttention", values, columns, g.constant(layer.qkv.bias), scale, by, "", zero, zeros, num_heads=heads, unidirectional=0)

    def encoded(self):
        """The states of the window's tokens, (1, T, width)."""
        g, encoder = self.graph, self.reader.encoder
        length = g.add("Shape", "ids")
        places = g.add("Slice", g.constant(encoder.position.weight + encoder.segment.weight[0]), g.ints(0), length, g.ints(0))
        extra = g.add("Add", g.add("Gather", g.constant(self.reader.mark.weight), "marks"), places)
        x = self.normed(g.add("Unsqueeze", self.words(), g.ints(0)), g.add("Unsqueeze", extra, g.ints(0)), encoder.ln)
        for layer in encoder.layers:
            x = self.normed(self.applied(self.attention(x, layer), layer.o), x, layer.ln1)
            inner = g.add("FastGelu", self.applied(x, layer.i))
            x = self.normed(self.applied(inner, layer.out), x, layer.ln2)
        return x

    def judged(self, states):
        """The outputs and the attention of all pairs, given the states of the tokens, (T, width)."""
        g, r = self.graph, self.reader
        width, hidden = r.source.in_features, r.source.out_features
        size = width // model.HEADS
        means = g.add("MatMul", "actors", states)
        sources = g.add("Gather", "pairs", g.constant(0, np.int64), axis=1)
        targets = g.add("Gather", "pairs", g.constant(1, np.int64), axis=1)
        from_hints = g.add("MatMul", "hints", g.constant(torch.cat([r.hint.weight, r.direct.weight]).T))
        hinted, direct = g.add("Split", from_hints, g.ints(hidden, model.OUTPUTS), axis=1, outputs=2)
        first = g.linear(g.add("Gather", states, g.ints(0)), r.context.weight, r.source.bias + r.target.bias + r.context.bias)
        z = g.add("Add", g.add("Gather", g.linear(means, r.source.weight), sources), g.add("Gather", g.linear(means, r.target.weight), targets))
        z = g.add("Add", z, g.add("Add", g.add("Gather", g.constant(r.distance.weight), "distances"), hinted))
        z = g.add("FastGelu", g.add("Add", z, first))

        def heads(x):
            return g.add("Transpose", g.add("Reshape", x, g.ints(-1, model.HEADS, size)), perm=[1, 0, 2])

        query = heads(g.linear(z, r.q.weight, r.q.bias))
        both = self.product(states, torch.cat([r.k.weight, r.v.weight]), torch.cat([r.k.bias, r.v.bias]))
        keys, values = map(heads, g.add("Split", both, g.ints(width, width), axis=1, outputs=2))
        weights = g.add("Softmax", g.add("FusedMatMul", query, keys, transB=1, alpha=1 / math.sqrt(size)), axis=-1)
        read = g.add("Transpose", g.add("MatMul", weights, values), perm=[1, 0, 2])
        mixed = g.add("Concat", z, g.add("Reshape", read, g.ints(-1, width)), axis=1)
        mixed = g.add("FastGelu", g.linear(mixed, r.mix.weight, r.mix.bias))
        g.add("Add", g.linear(mixed, r.out.weight, r.out.bias), direct, names=["outputs"])
        g.add("ReduceMean", weights, axes=[0], keepdims=0, names=["attention"])

    def model(self):
        g = self.graph
        self.judged(g.add("Squeeze", self.encoded(), g.ints(0)))
        value = helper.make_tensor_value_info
        inputs = [value("ids", TensorProto.INT64, ["T"]), value("marks", TensorProto.INT64, ["T"]),
                  value("actors", TensorProto.FLOAT, ["A", "T"]), value("pairs", TensorProto.INT64, ["P", 2]),
                  value("distances", TensorProto.INT64, ["P"]), value("hints", TensorProto.FLOAT, ["P", model.HINTS])]
        outputs = [value("outputs", TensorProto.FLOAT, ["P", model.OUTPUTS]), value("attention", TensorProto.FLOAT, ["P", "T"])]
        graph = helper.make_graph(g.nodes, "reader", inputs, outputs, g.constants)
        return helper.make_model(graph, producer_name="entente", ir_version=8, opset_imports=[helper.make_opsetid(*o) for o in OPSETS])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("folder")
    parser.add_argument("--data", required=True, help="folder with sets/ and inputs/, to measure the ranges of activations on")
    parser.add_argument("--fp32", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    onnx_model = Exporter(model.load(args.weights).eval(), args.data, args.fp32).model()
    path = os.path.join(args.folder, "reader.onnx")
    onnx.save(onnx_model, path)
    print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB")
