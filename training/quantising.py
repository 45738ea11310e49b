"""How the reader's matrices become int8: by column, with activations by tensor, in uint8.

A few channels of what a matrix takes are far larger than the others, and a step that holds them loses the others. So these channels are
first divided by a number each, and the matrix's rows multiplied by it (as SmoothQuant does): the difference from fp32 is halved."""
import torch
from torch import nn

from corpora import TEST_YEAR, VALIDATION_YEAR, load
from data import collate, examples

SMOOTHED = ("qkv", "i", "out")
POWER = 0.8  # of the channel's range; the rest is of its weights'
SAMPLE = 150


def sample(folder):
    """Windows of daily events to measure ranges on."""
    inputs, gold = load(folder, "current-events-dev")
    return examples(inputs, gold, lambda record: record["date"][:4] not in (VALIDATION_YEAR, TEST_YEAR))[:: 20][:SAMPLE]


def ranges(reader, windows, matrices):
    """The largest value of each channel that the matrices take."""
    most = {matrix: torch.zeros(matrix.in_features) for matrix in matrices}

    def note(matrix, given):
        most[matrix] = torch.maximum(most[matrix], given[0].detach().abs().reshape(-1, matrix.in_features).amax(0))

    hooks = [matrix.register_forward_pre_hook(note) for matrix in matrices]
    with torch.no_grad():
        for window in windows:
            reader(**collate([window])[0])
    for hook in hooks:
        hook.remove()
    return most


def scales(reader, folder):
    """{matrix: the numbers that divide its channels}."""
    matrices = [getattr(layer, name) for layer in reader.encoder.layers for name in SMOOTHED]
    found = {}
    for matrix, most in ranges(reader.eval(), sample(folder), matrices).items():
        weights = matrix.weight.detach().abs().amax(0).clamp(min=1e-5)
        scale = most.clamp(min=1e-4) ** POWER / weights ** (1 - POWER)
        found[matrix] = scale / scale.log().mean().exp()
    return found


def by_column(weight):
    """The int8 columns of a matrix, which is (out, in), as floats (in, out), and their scales."""
    columns = weight.detach().T
    scale = columns.abs().amax(0) / 127 + 1e-12
    return torch.round(columns / scale), scale


class Quantised(nn.Module):
    """A linear layer as int8 inference computes it."""

    def __init__(self, linear, scale=None):
        super().__init__()
        self.divisor = torch.ones(linear.in_features) if scale is None else scale
        self.weight, self.scale = by_column(linear.weight * self.divisor)
        self.bias = linear.bias.detach()

    def forward(self, x):
        x = x * (1 / self.divisor)
        low, high = x.min().clamp(max=0), x.max().clamp(min=0)
        step = (high - low) / 255
        zero = torch.round((-low / step).clamp(0, 255))
        values = (torch.round(x / step) + zero).clamp(0, 255) - zero
        return (values.double() @ self.weight.double()).float() * (step * self.scale) + self.bias


def quantised(reader, folder):
    """The reader with all that export.py quantises as int8 inference computes it."""
    divisors = scales(reader, folder)
    for layer in reader.encoder.layers:
        for name in ("qkv", "o", "i", "out"):
            matrix = getattr(layer, name)
            setattr(layer, name, Quantised(matrix, divisors.get(matrix)))
    reader.k, reader.v = Quantised(reader.k), Quantised(reader.v)
    word = reader.encoder.word.weight
    scale = word.detach().abs().amax(1, keepdim=True) / 127 + 1e-12
    word.data = torch.round(word.detach() / scale) * scale
    return reader.eval()
