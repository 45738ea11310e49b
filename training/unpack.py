"""unpack.py VARIABLES OUT.pt: writes the encoder of a BERT checkpoint of TensorFlow (VARIABLES holds variables.index and its one data
file) as torch reads it. Needs no TensorFlow: the index is a table of blocks with prefix-compressed keys, its values are protocol buffers
that say where in the data file a tensor stands."""
import argparse
import os
import struct

import numpy as np
import torch

import model

FLOAT = 1  # the data type of the weights


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def entries(data, offset, size):
    """Keys and values of a block of the table."""
    if data[offset + size] != 0:
        raise SystemExit("the index is compressed, which this script does not read")
    block = data[offset:offset + size]
    restarts = struct.unpack("<I", block[-4:])[0]
    at, end, key = 0, len(block) - 4 - 4 * restarts, b""
    while at < end:
        shared, at = varint(block, at)
        own, at = varint(block, at)
        length, at = varint(block, at)
        key = key[:shared] + block[at:at + own]
        yield key, block[at + own:at + own + length]
        at += own + length


def fields(message):
    """Numbers and values of the fields of a protocol buffer."""
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        kind, size = tag & 7, {1: 8, 5: 4}.get(tag & 7, 0)
        if kind == 0:
            value, at = varint(message, at)
        else:
            if kind == 2:
                size, at = varint(message, at)
            value = message[at:at + size]
            at += size
        yield tag >> 3, value


def tensors(folder):
    """The weights of a checkpoint by name."""
    with open(os.path.join(folder, "variables.index"), "rb") as file:
        index = file.read()
    footer, at = index[-48:], 0
    for _ in range(2):
        _, at = varint(footer, at)
    offset, at = varint(footer, at)
    size, at = varint(footer, at)
    weights = np.memmap(os.path.join(folder, "variables.data-00000-of-00001"), dtype=np.uint8, mode="r")
    found = {}
    for _, handle in entries(index, offset, size):
        begin, at = varint(handle, 0)
        length, _ = varint(handle, at)
        for key, value in entries(index, begin, length):
            entry = {number: content for number, content in fields(value) if number != 2}
            if key and entry.get(1) == FLOAT:
                shape = [dict(fields(dimension)).get(1, 0) for number, part in fields(value) if number == 2
                         for kind, dimension in fields(part) if kind == 2]
                begins = entry.get(4, 0)
                found[key.decode()] = np.frombuffer(weights[begins:begins + entry[5]].tobytes(), np.float32).reshape(shape)
    return found


def encoder(folder):
    named = {name.split("bert/", 1)[-1]: torch.from_numpy(array.copy()) for name, array in tensors(folder).items()}
    vocabulary, width = named["embeddings/word_embeddings"].shape
    layers = 1 + max(int(name.split("/")[1].split("_")[1]) for name in named if name.startswith("encoder/layer_"))
    made = model.Encoder(layers, width, width // 64, named["encoder/layer_0/intermediate/dense/kernel"].shape[1], vocabulary)

    def norm(module, name):
        module.weight.copy_(named[name + "/gamma"])
        module.bias.copy_(named[name + "/beta"])

    def linear(module, *names):
        module.weight.copy_(torch.cat([named[name + "/kernel"].T for name in names]))
        module.bias.copy_(torch.cat([named[name + "/bias"] for name in names]))

    with torch.no_grad():
        for table, name in ((made.word, "word"), (made.position, "position"), (made.segment, "token_type")):
            table.weight.copy_(named[f"embeddings/{name}_embeddings"])
        norm(made.ln, "embeddings/LayerNorm")
        for number, layer in enumerate(made.layers):
            prefix = f"encoder/layer_{number}/"
            linear(layer.qkv, *(f"{prefix}attention/self/{name}" for name in ("query", "key", "value")))
            linear(layer.o, prefix + "attention/output/dense")
            linear(layer.i, prefix + "intermediate/dense")
            linear(layer.out, prefix + "output/dense")
            norm(layer.ln1, prefix + "attention/output/LayerNorm")
            norm(layer.ln2, prefix + "output/LayerNorm")
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("variables")
    parser.add_argument("out")
    args = parser.parse_args()
    torch.save(encoder(args.variables).state_dict(), args.out)
