# SPDX-License-Identifier: GPL-3.0-or-later
"""All pairs: a short list of combinations in which each value of each axis meets each value of each
other axis at least once.  The same axes give the same list each time."""
import itertools


def pairs_of(row):
    """The pairs of a row: ((axis, value), (axis, value)) with the lower axis first."""
    return set(itertools.combinations(enumerate(row), 2))


def new_pairs(row, axis, value, missing):
    """How many missing pairs @value on @axis makes with what is set in @row."""
    return sum(tuple(sorted(((axis, value), (other, known)))) in missing
               for other, known in enumerate(row) if known is not None)


def all_pairs(axes):
    """@axes: a list of lists of values (indexes would do; values must differ within an axis)."""
    numbers = [range(len(axis)) for axis in axes]
    missing = {pair for (a, first), (b, second) in itertools.combinations(enumerate(numbers), 2)
               for pair in itertools.product(((a, v) for v in first), ((b, v) for v in second))}
    used = [[0] * len(axis) for axis in axes]
    rows = []
    if len(axes) == 1:
        return [(value,) for value in axes[0]]
    while missing:
        row = [None] * len(axes)
        for axis, value in min(missing):
            row[axis] = value
        for axis, values in enumerate(numbers):
            if row[axis] is None:
                # Of two that are equally good the one that was used less.
                row[axis] = max(values, key=lambda value: (
                    new_pairs(row, axis, value, missing), -used[axis][value], -value))
        for axis, value in enumerate(row):
            used[axis][value] += 1
        missing -= pairs_of(row)
        rows.append(row)
    return [tuple(axis[value] for axis, value in zip(axes, row)) for row in rows]


def full_product(axes):
    return list(itertools.product(*axes))
