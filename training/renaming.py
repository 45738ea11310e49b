"""Other countries in the place of those that a window names: what is said of the pair stays the same."""
from collections import Counter, defaultdict

KIND = 2  # marks from here on are those of markers, by kind of mention; 1 is inside a mention
NAME, ADJECTIVE, CAPITAL, PRONOUN = 0, 1, 5, 8
CHANGED = {NAME, ADJECTIVE, CAPITAL}


def mention(example, marker):
    """The kind of a mention and the end of its word pieces; no kind where several share them."""
    marks, end = example["marks"], marker + 1
    while end < len(marks) and marks[end] == 1:
        end += 1
    alone = marks[marker - 1] < KIND and end > marker + 1
    return (marks[marker] - KIND if alone else None), end


class Renaming:
    """Knows how the countries of a corpus are named."""

    def __init__(self, examples, plurals, least=3):
        """plurals: the ids of pieces that end in s, as Syrians do; a name is used that stands `least` times in the corpus."""
        self.plurals = plurals
        counted = defaultdict(Counter)
        for example in examples:
            for code, markers in zip(example["codes"], example["actors"]):
                for marker in markers:
                    kind, end = mention(example, marker)
                    if kind in CHANGED:
                        pieces = tuple(example["ids"][marker + 1:end])
                        counted[code, kind, self.plural(pieces)][pieces] += 1
        self.names = {key: [p for p, n in names.items() if n >= least] for key, names in counted.items()}
        self.names = {key: names for key, names in self.names.items() if names}
        self.codes = sorted({code for code, kind, _ in self.names if kind == NAME})

    def plural(self, pieces):
        return pieces[-1] in self.plurals

    def renamed(self, example, rng, share):
        """The example with each of its countries replaced with that probability, where all its mentions can be."""
        spans, taken = {}, set(example["codes"])
        for code, markers in zip(example["codes"], example["actors"]):
            if rng.random() >= share:
                continue
            found = [(marker, *mention(example, marker)) for marker in markers]
            if any(kind not in CHANGED and kind != PRONOUN for _, kind, _ in found):
                continue
            wanted = [(marker, end, (kind, self.plural(example["ids"][marker + 1:end]))) for marker, kind, end in found if kind != PRONOUN]
            for _ in range(4):
                other = rng.choice(self.codes)
                if other not in taken and all((other, *key) in self.names for _, _, key in wanted):
                    taken.add(other)
                    for marker, end, key in wanted:
                        spans[marker + 1] = (end, rng.choice(self.names[other, *key]))
                    break
        return replaced(example, spans) if spans else example


def replaced(example, spans):
    """The example with pieces in the place of others: {begin: (end, pieces)}."""
    ids, marks, moved, i = [], [], {}, 0
    while i < len(example["ids"]):
        if i in spans:
            end, pieces = spans[i]
            for old in range(i, end):
                moved[old] = len(ids)
            ids += pieces
            marks += [1] * len(pieces)
            i = end
        else:
            moved[i] = len(ids)
            ids.append(example["ids"][i])
            marks.append(example["marks"][i])
            i += 1
    return {**example, "ids": ids, "marks": marks, "actors": [[moved[m] for m in markers] for markers in example["actors"]],
            "pairs": [{**p, "triggers": sorted({moved[t] for t in p["triggers"]})} for p in example["pairs"]]}
