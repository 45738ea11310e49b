"""export.py WEIGHTS.pt FOLDER: writes FOLDER/reader.onnx, quantised to int8.

The matrices of the encoder become int8 by column, the word embeddings int8 by row; activations are quantised as they come, by tensor, as
onnxruntime's quantize_dynamic does. The head stays in fp32: quantised, it changed the top label of every sixth pair.
`--fp32` leaves everything in fp32."""
import argparse
import io
import os

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import model

INPUTS = ["ids", "marks", "actors", "pairs", "distances", "hints"]
OUTPUTS = ["outputs", "attention"]


class OneWindow(nn.Module):
    """The reader for one window, without padding."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, marks, actors, pairs, distances, hints):
        return self.reader(ids[None], marks[None], None, (actors, None), pairs, distances, hints)


def example(length=20):
    return (torch.randint(5, 900, (length,)), torch.zeros(length, dtype=torch.long), torch.ones(2, length) / length,
            torch.tensor([[0, 1], [1, 0]]), torch.tensor([0, 4]), torch.zeros(2, model.HINTS))


def exported(reader):
    buffer = io.BytesIO()
    length, actors, pairs = {0: "T"}, {0: "A", 1: "T"}, {0: "P"}
    torch.onnx.export(OneWindow(reader).eval(), example(), buffer, input_names=INPUTS, output_names=OUTPUTS, opset_version=13,
                      dynamic_axes={"ids": length, "marks": length, "actors": actors, "pairs": pairs, "distances": pairs,
                                    "hints": pairs, "outputs": pairs, "attention": {0: "P", 1: "T"}}, do_constant_folding=True)
    return onnx.load_from_string(buffer.getvalue())


def quantise(onnx_model):
    """Puts onnxruntime's DynamicQuantizeMatMul, which adds the bias, too, in the place of the encoder's matrices."""
    graph = onnx_model.graph
    constants = {t.name: t for t in graph.initializer}
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    nodes, gone, made, merged = [], set(), {}, set()

    def keep(name, array):
        made[name] = numpy_helper.from_array(array, name)

    for node in graph.node:
        if node.output[0] in merged:
            continue
        if node.op_type == "Gather" and node.input[0] in constants and constants[node.input[0]].dims[0] > 1000:
            rows = numpy_helper.to_array(constants[node.input[0]])
            scale = np.abs(rows).max(1, keepdims=True) / 127 + 1e-12
            keep("words_q", np.round(rows / scale).astype(np.int8))
            keep("words_scale", scale.astype(np.float32))
            gone.add(node.input[0])
            nodes += [helper.make_node("Gather", ["words_q", node.input[1]], ["words_rows"]),
                      helper.make_node("Cast", ["words_rows"], ["words_float"], to=TensorProto.FLOAT),
                      helper.make_node("Gather", ["words_scale", node.input[1]], ["words_by"]),
                      helper.make_node("Mul", ["words_float", "words_by"], [node.output[0]])]
            continue
        name = node.input[1] if node.op_type == "MatMul" else None
        if name not in constants or "/encoder/" not in node.name:
            nodes.append(node)
            continue
        columns = numpy_helper.to_array(constants[name])
        scale = (np.abs(columns).max(0) / 127 + 1e-12).astype(np.float32)
        keep(name + "_q", np.round(columns / scale).astype(np.int8))
        keep(name + "_scale", scale)
        keep(name + "_zero", np.zeros(scale.shape, np.int8))
        gone.add(name)
        [add] = readers[node.output[0]]
        [bias] = [other for other in add.input if other != node.output[0]]
        merged.add(add.output[0])
        nodes.append(helper.make_node("DynamicQuantizeMatMul", [node.input[0], name + "_q", name + "_scale", name + "_zero", bias],
                                      [add.output[0]], domain="com.microsoft"))
    kept = [t for t in graph.initializer if t.name not in gone]
    del graph.node[:]
    graph.node.extend(nodes)
    del graph.initializer[:]
    graph.initializer.extend(kept + list(made.values()))
    onnx_model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return len(merged)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("folder")
    parser.add_argument("--fp32", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    onnx_model = exported(model.load(args.weights))
    count = 0 if args.fp32 else quantise(onnx_model)
    onnx.checker.check_model(onnx_model)
    path = os.path.join(args.folder, "reader.onnx")
    onnx.save(onnx_model, path)
    print(f"{path}: {os.path.getsize(path) / 1e6:.1f} MB, {count} matrices in int8")
