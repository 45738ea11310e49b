"""The reader's network: a BERT encoder of few layers and a head that judges every ordered pair of actors in a window."""
import math
import re

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

LABELS = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT OFFER APPEAL DEMAND ACCUSE REJECT THREATEN PROTEST "
          "SANCTION MOBILIZE COERCE ASSAULT STATEMENT").split()
POSITIVE = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT OFFER".split())
NEUTRAL = {"APPEAL", "STATEMENT"}
SIGNS = [1 if label in POSITIVE else 0 if label in NEUTRAL else -1 for label in LABELS]
STATUSES = "asserted reported denied intended past".split()
KINDS = 16  # of mentions: those that there are, and room for more
HINTS = 2 * len(LABELS) + 1 + len(STATUSES) + 1 + 3  # as HintVector in Java
AROUND = HINTS - 3  # whether the rules say anything of the window, of the source toward others, of others toward the target
NONE = len(LABELS)  # the hint that the rules say nothing of the pair
OUTPUTS = 1 + len(LABELS) + len(STATUSES)  # whether anything is said at all, what, with what status
HEADS = 4


class Dropout(nn.Module):
    """Dropout whose masks are slices of a pool of masks: to draw each anew takes a third of a forward pass on a CPU."""

    POOL = 1 << 22

    def __init__(self, share):
        super().__init__()
        self.share = share
        self.masks = None

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        if self.masks is None or len(self.masks) <= x.numel():
            self.masks = (torch.rand(max(self.POOL, 2 * x.numel())) >= self.share).float() / (1 - self.share)
        start = int(torch.randint(len(self.masks) - x.numel(), ()))
        return x * self.masks[start:start + x.numel()].view(x.shape).to(x.dtype)


def gelu(x):
    """As onnxruntime's FastGelu computes it."""
    return F.gelu(x, approximate="tanh")


def rounded(x):
    """As int8 inference rounds the inputs of a matrix: to 256 steps of their range. The gradient passes as if it did not."""
    with torch.no_grad():
        low, high = x.min().clamp(max=0).float(), x.max().clamp(min=0).float()
        scale = (high - low).clamp(min=1e-9) / 255
        zero = torch.round(-low / scale)
        off = ((torch.round(x.float() / scale) + zero).clamp(0, 255) - zero) * scale - x
    return x + off.to(x.dtype)


class Layer(nn.Module):
    rounding = False  # whether training rounds what the matrices take

    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.o = nn.Linear(width, width)
        self.i = nn.Linear(width, inner)
        self.out = nn.Linear(inner, width)
        self.ln1 = nn.LayerNorm(width, eps=1e-12)
        self.ln2 = nn.LayerNorm(width, eps=1e-12)
        self.heads = heads
        self.drop = Dropout(dropout)

    def forward(self, x, bias):
        batch, length, width = x.shape
        size = width // self.heads
        taken = rounded if self.rounding and self.training else lambda values: values
        q, k, v = self.qkv(taken(x)).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) / math.sqrt(size)
        weights = torch.softmax(scores if bias is None else scores + bias, -1)
        context = (weights @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.ln1(x + self.drop(self.o(taken(context))))
        return self.ln2(x + self.drop(self.out(taken(gelu(self.i(taken(x)))))))


class Encoder(nn.Module):
    def __init__(self, layers, width=384, heads=12, inner=1536, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.segment = nn.Embedding(2, width)
        self.ln = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.drop = Dropout(dropout)

    def forward(self, ids, mask, extra):
        x = self.word(ids) + extra + self.position.weight[: ids.shape[1]] + self.segment.weight[0]
        x = self.drop(self.ln(x))
        bias = None if mask is None else (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Reader(nn.Module):
    """Each ordered pair attends over the tokens of its window with a query made of its two actors, their distance, the window's first
    token and what the rules say of the pair."""

    def __init__(self, encoder, hidden=384, dropout=0.2):
        super().__init__()
        width = encoder.word.weight.shape[1]
        self.encoder = encoder
        self.mark = nn.Embedding(2 + KINDS, width)
        nn.init.normal_(self.mark.weight, std=0.01)
        self.source = nn.Linear(width, hidden)
        self.target = nn.Linear(width, hidden)
        self.context = nn.Linear(width, hidden)
        self.distance = nn.Embedding(8, hidden)
        self.hint = nn.Linear(HINTS, hidden, bias=False)
        self.q = nn.Linear(hidden, width)
        self.k = nn.Linear(width, width)
        self.v = nn.Linear(width, width)
        self.mix = nn.Linear(hidden + width, hidden)
        self.out = nn.Linear(hidden, OUTPUTS)
        self.direct = nn.Linear(HINTS, OUTPUTS, bias=False)
        nn.init.zeros_(self.hint.weight)
        nn.init.zeros_(self.direct.weight)
        self.drop = Dropout(dropout)

    def forward(self, ids, marks, mask, actors, pairs, distances, hints):
        """ids, marks, mask: (B, T), mask None for no padding; actors: (A, T) weights over the tokens of the actor's window, and (A,) its
        window; pairs: (P, 2) rows of actors; distances: (P,); hints: (P, HINTS). Returns (P, OUTPUTS) and the attention (P, T)."""
        states = self.encoder(ids, mask, self.mark(marks))
        weights, window = actors
        width = states.shape[-1]
        size = width // HEADS
        if window is None:  # one window
            means, first = weights @ states[0], states[:, 0]
        else:
            means = torch.bmm(weights[:, None], states[window].to(weights.dtype))[:, 0]
            of = window[pairs[:, 0]]
            first = states[:, 0][of]
        z = self.source(means)[pairs[:, 0]] + self.target(means)[pairs[:, 1]] + self.context(first)
        z = gelu(z + self.distance(distances) + self.hint(hints))
        query = self.q(z).view(-1, HEADS, size)
        keys = self.k(states).view(*states.shape[:2], HEADS, size)
        values = self.v(states).view(*states.shape[:2], HEADS, size)
        if window is None:  # all pairs at once: (HEADS, P, T)
            scores = query.transpose(0, 1) @ keys[0].permute(1, 2, 0) / math.sqrt(size)
            heads = torch.softmax(scores.float(), -1)
            read = (heads @ values[0].transpose(0, 1)).transpose(0, 1).reshape(-1, width)
            attention = heads.mean(0)
        else:
            scores = (query[:, None] * keys[of]).sum(-1) / math.sqrt(size)  # (P, T, HEADS)
            if mask is not None:
                scores = scores + ((1 - mask) * -1e4)[of][..., None]
            heads = torch.softmax(scores.float(), 1)
            read = (heads[..., None] * values[of]).sum(1).reshape(-1, width)
            attention = heads.mean(-1)
        mixed = gelu(self.mix(torch.cat([z, read.to(z.dtype)], -1)))
        return self.out(self.drop(mixed)) + self.direct(hints), attention


def like(state, prefix="encoder.", dropout=0.1):
    """An encoder of the shape that the weights have."""
    vocabulary, width = state[prefix + "word.weight"].shape
    inner = state[prefix + "layers.0.i.weight"].shape[0]
    layers = 1 + max(int(key[len(prefix):].split(".")[1]) for key in state if key.startswith(prefix + "layers."))
    return Encoder(layers, width, 12, inner, vocabulary, dropout)


def load(path):
    """The reader whose weights train.py wrote."""
    state = torch.load(path, map_location="cpu")
    reader = Reader(like(state), state["context.weight"].shape[0])
    reader.load_state_dict(state)
    return reader


def base_encoder(path, keep, dropout=0.1):
    """The encoder in an ONNX file of all-MiniLM-L6-v2, of its layers those that are listed; or the whole encoder that unpack.py wrote."""
    if path.endswith(".pt"):
        state = torch.load(path)
        encoder = like(state, "", dropout)
        encoder.load_state_dict(state)
        return encoder
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = {re.sub(r"^(bert|model)\.", "", name): array for name, array in raw.items()}
    kinds = {"self/query": "q", "self/key": "k", "self/value": "v", "attention/output/dense": "o",
             "intermediate/dense": "i", "output/dense": "out"}
    matrices = {}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in raw and "layer" in node.name:
            number = int(re.search(r"layer\.(\d+)/", node.name).group(1))
            matrices[number, next(kind for part, kind in kinds.items() if part in node.name)] = raw[node.input[1]]
    tensor = lambda array: torch.tensor(np.array(array), dtype=torch.float32)
    encoder = Encoder(len(keep), vocabulary=named["embeddings.word_embeddings.weight"].shape[0], dropout=dropout)
    with torch.no_grad():
        encoder.word.weight.copy_(tensor(named["embeddings.word_embeddings.weight"]))
        encoder.position.weight.copy_(tensor(named["embeddings.position_embeddings.weight"]))
        encoder.segment.weight.copy_(tensor(named["embeddings.token_type_embeddings.weight"]))
        copy_norm(encoder.ln, named, "embeddings.LayerNorm", tensor)
        for layer, number in zip(encoder.layers, keep):
            prefix = f"encoder.layer.{number}."
            weight = lambda kind: tensor(matrices[number, kind]).T
            bias = lambda name: tensor(named[prefix + name + ".bias"])
            layer.qkv.weight.copy_(torch.cat([weight(kind) for kind in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([bias("attention.self." + n) for n in ("query", "key", "value")]))
            for kind, name in (("o", "attention.output.dense"), ("i", "intermediate.dense"), ("out", "output.dense")):
                getattr(layer, kind).weight.copy_(weight(kind))
                getattr(layer, kind).bias.copy_(bias(name))
            copy_norm(layer.ln1, named, prefix + "attention.output.LayerNorm", tensor)
            copy_norm(layer.ln2, named, prefix + "output.LayerNorm", tensor)
    return encoder


def copy_norm(norm, named, name, tensor):
    norm.weight.copy_(tensor(named[name + ".weight"]))
    norm.bias.copy_(tensor(named[name + ".bias"]))
