# SPDX-License-Identifier: GPL-3.0-or-later
"""Curves: landmarks to smooth outlines, sampled lines back to few cubics, and path data.

A curve is a list of cubic segments (p0, c1, c2, p1), each point a NumPy pair. Units are the
drawing's own (millimetres or micrometres), y down.
"""

import numpy as np
from scipy import ndimage


# ---------------------------------------------------------------------- path data

def _hundredths(count):
    """A whole number of hundredths as the shortest text that SVG reads: no trailing zeros, no
    leading zero."""
    sign, count = ('-', -count) if count < 0 else ('', count)
    whole, rest = divmod(count, 100)
    if rest == 0:
        return '%s%d' % (sign, whole) if count else '0'
    text = '%02d' % rest if rest % 10 else '%d' % (rest // 10)
    return '%s%s.%s' % (sign, whole or '', text)


def number(value):
    """Two decimals, no trailing zeros, no leading zero."""
    return _hundredths(int(round(float(value) * 100)))


def _joined(counts):
    """Several numbers of hundredths; a minus sign is separator enough."""
    out = []
    for count in counts:
        text = _KNOWN.get(count) or _hundredths(count)
        out.append(text if not out or count < 0 else ' ' + text)
    return ''.join(out)


_KNOWN = {count: _hundredths(count) for count in range(-1200, 1200)}


def numbers(values):
    return _joined([int(round(float(value) * 100)) for value in values])


def _relative(segments, pen):
    """Relative cubic commands from `pen` (hundredths), and where the pen then is. The pen is kept
    rounded, so that errors do not add up."""
    control = np.array([segment[1:] for segment in segments]) * 100
    ends = np.rint(control[:, 2])
    pens = np.vstack([pen, ends[:-1]])
    steps = np.rint(control - pens[:, None]).astype(int).reshape(-1, 6)
    return ''.join('c' + _joined(step) for step in steps.tolist()), ends[-1]


def path_data(segments, close=True):
    """A curve as the `d` of a path."""
    start = np.rint(np.array(segments[0][0], float) * 100)
    return ('M' + _joined(start.astype(int).tolist()) + _relative(segments, start)[0]
            + ('z' if close else ''))


# ---------------------------------------------------------------------- landmarks to curves

def spline(points, closed=True, corners=()):
    """A centripetal Catmull-Rom curve through landmarks; the tangent breaks at `corners`."""
    points = np.array(points, float)
    count = len(points)
    corners = {corner % count for corner in corners}
    segments = []
    for i in range(count if closed else count - 1):
        p1, p2 = points[i], points[(i + 1) % count]
        p0 = points[(i - 1) % count] if closed or i > 0 else 2 * p1 - p2
        p3 = points[(i + 2) % count] if closed or i + 2 < count else 2 * p2 - p1
        if i in corners:
            p0 = p1 - (p2 - p1) * .6
        if (i + 1) % count in corners:
            p3 = p2 + (p2 - p1) * .6
        d1, d2, d3 = (np.sqrt(np.linalg.norm(b - a)) + 1e-9
                      for a, b in ((p0, p1), (p1, p2), (p2, p3)))
        t1 = ((p1 - p0) / d1 - (p2 - p0) / (d1 + d2) + (p2 - p1) / d2) * d2
        t2 = ((p2 - p1) / d2 - (p3 - p1) / (d2 + d3) + (p3 - p2) / d3) * d2
        segments.append((p1, p1 + t1 / 3, p2 - t2 / 3, p2))
    return segments


def sample(segments, per_segment=12):
    """Points along a curve, the last one included."""
    t = np.linspace(0, 1, per_segment, endpoint=False)[:, None]
    parts = [_cubic(np.array(segment), t) for segment in segments]
    return np.vstack(parts + [segments[-1][3][None]])


def line(points, per_segment=12):
    """Points along the open curve through landmarks."""
    return sample(spline(points, closed=False), per_segment)


def resample(points, step):
    """The same line with points at equal distances of about `step`."""
    points = np.asarray(points, float)
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    where = np.linspace(0, along[-1], max(2, int(along[-1] / step) + 1))
    return np.column_stack([np.interp(where, along, points[:, k]) for k in (0, 1)])


def normals(points, closed=False):
    """Unit normals; to the left of the direction of travel on screen."""
    if closed:
        tangent = np.roll(points, -1, 0) - np.roll(points, 1, 0)
    else:
        tangent = np.gradient(points, axis=0)
    tangent = tangent / (np.linalg.norm(tangent, axis=1)[:, None] + 1e-9)
    return np.column_stack([tangent[:, 1], -tangent[:, 0]])


def signed_area(points):
    x, y = points[:, 0], points[:, 1]
    return .5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))


# ---------------------------------------------------------------------- points to few cubics

def _cubic(control, t):
    return ((1 - t) ** 3 * control[0] + 3 * (1 - t) ** 2 * t * control[1]
            + 3 * (1 - t) * t * t * control[2] + t ** 3 * control[3])


def _unit(vector):
    length = np.linalg.norm(vector)
    return vector / length if length > 0 else np.array([1., 0.])


class _Pieces:
    """Stretches of sampled lines, each to become one cubic; all of them are worked on at once,
    since a call of NumPy costs more than the few numbers of one stretch. `points` are all lines
    end to end; a piece runs from index `low` to `high` with given end tangents."""

    def __init__(self, points, along, low, high, start, end):
        self.points, self.along = points, along
        self.low, self.high, self.start, self.end = low, high, start, end

    def some(self, which):
        return _Pieces(self.points, self.along, self.low[which], self.high[which],
                       self.start[which], self.end[which])

    def gather(self):
        """The pieces' points end to end, the piece of each, and where each piece begins."""
        counts = self.high - self.low + 1
        first = np.r_[0, np.cumsum(counts)[:-1]]
        piece = np.repeat(np.arange(len(counts)), counts)
        index = np.arange(len(piece)) - first[piece] + self.low[piece]
        return index, piece, first

    def chords(self, index, piece):
        """The share of the length walked at each point."""
        base = self.along[self.low]
        whole = np.maximum(self.along[self.high] - base, 1e-12)
        return (self.along[index] - base[piece]) / whole[piece]

    def thirds(self):
        """Cubics that are straight: the handles a third of the chord long."""
        a, b = self.points[self.low], self.points[self.high]
        third = np.linalg.norm(b - a, axis=1)[:, None] / 3
        return np.stack([a, a + self.start * third, b + self.end * third, b], 1)

    def least_squares(self, points, u, piece, first):
        """The cubics with the given tangents that come nearest to points at parameters u."""
        a, b = self.points[self.low], self.points[self.high]
        b1, b2 = 3 * (1 - u) ** 2 * u, 3 * (1 - u) * u * u
        near, far = (1 - u) ** 3 + b1, u ** 3 + b2
        rest = points - a[piece] * near[:, None] - b[piece] * far[:, None]
        sums = np.add.reduceat(np.column_stack([b1 * b1, b1 * b2, b2 * b2, b1[:, None] * rest,
                                                b2[:, None] * rest]), first, axis=0)
        m11 = sums[:, 0] * np.sum(self.start ** 2, 1)
        m12 = sums[:, 1] * np.sum(self.start * self.end, 1)
        m22 = sums[:, 2] * np.sum(self.end ** 2, 1)
        x1 = np.sum(self.start * sums[:, 3:5], 1)
        x2 = np.sum(self.end * sums[:, 5:7], 1)
        under = m11 * m22 - m12 * m12
        fine = np.abs(under) > 1e-12
        under = np.where(fine, under, 1)
        r1, r2 = (x1 * m22 - x2 * m12) / under, (x2 * m11 - x1 * m12) / under
        chord = np.linalg.norm(b - a, axis=1)
        fine &= (np.minimum(r1, r2) >= chord * .02) & (np.maximum(r1, r2) <= 3 * chord)
        r1, r2 = np.where(fine, r1, chord / 3), np.where(fine, r2, chord / 3)
        return np.stack([a, a + self.start * r1[:, None], b + self.end * r2[:, None], b], 1)


def _along_cubics(control, u):
    v = 1 - u
    return ((v ** 3)[:, None] * control[:, 0] + (3 * v * v * u)[:, None] * control[:, 1]
            + (3 * v * u * u)[:, None] * control[:, 2] + (u ** 3)[:, None] * control[:, 3])


def _reparametrise(points, control, u):
    """One Newton step of each parameter towards the nearest point of its cubic."""
    v = 1 - u
    d0, d1, d2 = (control[:, k + 1] - control[:, k] for k in range(3))
    first = (3 * v * v)[:, None] * d0 + (6 * v * u)[:, None] * d1 + (3 * u * u)[:, None] * d2
    second = (6 * v)[:, None] * (d1 - d0) + (6 * u)[:, None] * (d2 - d1)
    miss = _along_cubics(control, u) - points
    below = np.sum(first * first, 1) + np.sum(miss * second, 1)
    below[np.abs(below) < 1e-9] = 1
    return np.clip(u - np.sum(miss * first, 1) / below, 0, 1)


def _fit_once(pieces, error):
    """One cubic for each piece: the cubics, which are near enough, and the index of the point
    that each misses most."""
    count = len(pieces.low)
    cubics, done = pieces.thirds(), pieces.high - pieces.low < 2
    worst = np.zeros(count, int)
    index, piece, first = pieces.gather()
    chord = pieces.chords(index, piece)
    u = chord
    todo = np.flatnonzero(~done)
    for _ in range(3):
        if not len(todo):
            break
        keep = np.isin(piece, todo)
        some = pieces.some(todo)
        index, u, chord = index[keep], u[keep], chord[keep]
        _, local, first = some.gather()
        points = pieces.points[index]
        control = some.least_squares(points, u, local, first)
        miss = np.sum((_along_cubics(control[local], u) - points) ** 2, 1)
        most = np.maximum.reduceat(miss, first)
        at = np.minimum.reduceat(np.where(miss == most[local], index, len(pieces.points)), first)
        cubics[todo], worst[todo] = control, at
        near = most < error * error
        done[todo[near]] = True
        u = _reparametrise(points, control[local], u)
        back = np.zeros(len(todo), bool)
        back[local[1:][(np.diff(u) < 0) & (local[1:] == local[:-1])]] = True
        u = np.where(back[local], chord, u)
        piece, todo = todo[local], todo[~near]
    return cubics, done, worst


def fit(lines, error):
    """Cubics within `error` of sampled lines (Schneider's method: fit, else split at the worst
    point). Each line is (points, tangent at the start, tangent at the end, inwards); one list of
    cubics comes back for each."""
    if not lines:
        return []
    points = np.vstack([line[0] for line in lines]).astype(float)
    ends = np.cumsum([len(line[0]) for line in lines])
    begins = np.r_[0, ends[:-1]]
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    pieces = _Pieces(points, along, begins, ends - 1, np.array([line[1] for line in lines]),
                     np.array([line[2] for line in lines]))
    found = []
    while len(pieces.low):
        cubics, done, worst = _fit_once(pieces, error)
        found += zip(pieces.low[done].tolist(), cubics[done])
        left = pieces.some(~done)
        middle = np.clip(worst[~done], left.low + 1, left.high - 1)
        heading = (points[np.maximum(left.low, middle - 2)]
                   - points[np.minimum(left.high, middle + 2)])
        length = np.linalg.norm(heading, axis=1)[:, None]
        heading = np.where(length > 0, heading / np.where(length > 0, length, 1), [1., 0.])
        pieces = _Pieces(points, along, np.r_[left.low, middle], np.r_[middle, left.high],
                         np.vstack([left.start, -heading]), np.vstack([heading, left.end]))
    found.sort(key=lambda item: item[0])
    out = [[] for _ in lines]
    owner = np.searchsorted(ends, [low for low, _ in found], side='right')
    for line, (_, control) in zip(owner.tolist(), found):
        out[line].append(tuple(control))
    return out


def _closed_line(points):
    """What `fit` wants of a closed line; None if there are too few points to be a shape."""
    points = np.asarray(points)
    if np.allclose(points[0], points[-1]):
        points = points[:-1]
    if len(points) < 6:
        return None
    before, after = points - np.roll(points, 3, 0), np.roll(points, -3, 0) - points
    turn = np.abs(np.arctan2(before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0],
                             np.sum(before * after, 1)))
    points = np.roll(points, -int(turn.argmin()), 0)  # start where the curve is straightest
    points = np.vstack([points, points[:1]])
    tangent = _unit(points[2] - points[-3])
    return points, tangent, -tangent


def fit_closed(lines, error=.08):
    """Closed curves through the points of each line; lines too short to be a shape are left
    out."""
    return fit([line for line in map(_closed_line, lines) if line], error)


def fit_open(lines, error=.08):
    """Open curves along the points of each line."""
    lines = [np.asarray(points, float) for points in lines]
    return fit([(points, _unit(points[min(2, len(points) - 1)] - points[0]),
                 _unit(points[-min(3, len(points))] - points[-1])) for points in lines], error)


# ---------------------------------------------------------------------- drawn lines

def swell(t):
    """The usual profile of a drawn stroke: nothing, full, nothing."""
    return np.sin(np.pi * t) ** .7


def tapered(points, width, profile=swell, error=.04, step=.6, curve=True):
    """A stroke whose width follows `profile` (0..1 along it), as a closed filled path."""
    points = resample(line(points, 10) if curve else points, step)
    half = (width / 2 * profile(np.linspace(0, 1, len(points))))[:, None]
    side = normals(points) * half
    there, back = fit_open([points + side, (points - side)[::-1]], error)
    start = np.rint((points + side)[0] * 100)
    out, pen = _relative(there, start)
    text = 'M' + _joined(start.astype(int).tolist()) + out
    across = np.rint((points - side)[-1] * 100)
    if (across != pen).any():
        text += 'l' + _joined((across - pen).astype(int).tolist())
    return text + _relative(back, across)[0] + 'z'


def outline_points(segments, thin, thick, shadow=(.55, .83)):
    """The silhouette grown by thin (lit side) to thick (shadow side), as points."""
    points = resample(sample(segments, 10), .8)[:-1]
    side = normals(points, True) * (1 if signed_area(points) > 0 else -1)
    facing = np.clip(side @ (np.array(shadow) / np.hypot(*shadow)) * .5 + .5, 0, 1)
    grow = ndimage.gaussian_filter1d(thin + (thick - thin) * facing ** 1.6, 3, mode='wrap')
    return points + side * grow[:, None]


def outline(segments, thin, thick, shadow=(.55, .83), error=.05):
    """The grown silhouette as a path: filled and put under the part, it gives an outline that
    swells, which a stroke cannot."""
    return path_data(fit_closed([outline_points(segments, thin, thick, shadow)], error)[0])


def dots(points):
    """Small discs (x, y, r) in one path."""
    return ''.join('M%sa%s 0 1 0 %s 0a%s 0 1 0-%s 0z' % (
        numbers((x - r, y)), numbers((r, r)), number(2 * r), numbers((r, r)), number(2 * r))
        for x, y, r in points)
