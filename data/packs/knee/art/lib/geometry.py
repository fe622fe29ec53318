# SPDX-License-Identifier: GPL-3.0-or-later
"""Curves: landmarks to smooth outlines, sampled lines back to few cubics, and path data.

A curve is a list of cubic segments (p0, c1, c2, p1), each point a NumPy pair. Units are the
drawing's own (millimetres or micrometres), y down.
"""

import numpy as np
from scipy import ndimage


# ---------------------------------------------------------------------- path data

def number(value):
    """Two decimals, no trailing zeros, no leading zero: the shortest form SVG reads."""
    text = ('%.2f' % value).rstrip('0').rstrip('.')
    if text in ('-0', ''):
        return '0'
    if text.startswith('0.') or text.startswith('-0.'):
        text = text.replace('0.', '.', 1)
    return text


def numbers(values):
    """Several numbers; a minus sign is separator enough."""
    out = ''
    for value in values:
        text = number(value)
        out += text if not out or text[0] == '-' else ' ' + text
    return out


def _relative(segments, pen):
    """Relative cubic commands. The pen is kept rounded, so that errors do not add up."""
    out = ''
    for _, c1, c2, end in segments:
        step = np.round(np.array([c1, c2, end]) - pen, 2)
        out += 'c' + numbers(step.ravel())
        pen = np.round(pen + step[2], 2)
    return out, pen


def path_data(segments, close=True):
    """A curve as the `d` of a path."""
    start = np.round(np.array(segments[0][0]), 2)
    return 'M' + numbers(start) + _relative(segments, start)[0] + ('z' if close else '')


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


def _least_squares(points, u, start, end):
    """The cubic with given end tangents that comes nearest to points at parameters u."""
    b1, b2 = 3 * (1 - u) ** 2 * u, 3 * (1 - u) * u * u
    a1, a2 = b1[:, None] * start, b2[:, None] * end
    rest = points - (points[0] * ((1 - u) ** 3 + b1)[:, None] + points[-1] * (u ** 3 + b2)[:, None])
    matrix = np.array([[np.sum(a1 * a1), np.sum(a1 * a2)], [np.sum(a1 * a2), np.sum(a2 * a2)]])
    chord = np.linalg.norm(points[-1] - points[0])
    try:
        reach = np.linalg.solve(matrix, np.array([np.sum(a1 * rest), np.sum(a2 * rest)]))
    except np.linalg.LinAlgError:
        reach = np.array([chord / 3, chord / 3])
    if min(reach) < chord * .02 or max(reach) > 3 * chord:
        reach = np.array([chord / 3, chord / 3])
    return np.array([points[0], points[0] + start * reach[0],
                     points[-1] + end * reach[1], points[-1]])


def _reparametrise(points, control, u):
    """One Newton step of each parameter towards the nearest point of the cubic."""
    c = control
    first = (3 * ((1 - u) ** 2)[:, None] * (c[1] - c[0])
             + 6 * ((1 - u) * u)[:, None] * (c[2] - c[1])
             + 3 * (u * u)[:, None] * (c[3] - c[2]))
    second = (6 * (1 - u)[:, None] * (c[2] - 2 * c[1] + c[0])
              + 6 * u[:, None] * (c[3] - 2 * c[2] + c[1]))
    miss = _cubic(c, u[:, None]) - points
    below = np.sum(first * first, 1) + np.sum(miss * second, 1)
    below[np.abs(below) < 1e-9] = 1
    return np.clip(u - np.sum(miss * first, 1) / below, 0, 1)


def fit(points, start, end, error):
    """Cubics within `error` of points (Schneider's method: fit, else split at the worst point)."""
    if len(points) < 3:
        third = np.linalg.norm(points[-1] - points[0]) / 3
        return [(points[0], points[0] + start * third, points[-1] + end * third, points[-1])]
    along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    chord = along / along[-1]
    u = chord
    for _ in range(3):
        control = _least_squares(points, u, start, end)
        miss = np.sum((_cubic(control, u[:, None]) - points) ** 2, 1)
        worst = int(miss.argmax())
        if miss[worst] < error * error:
            return [tuple(control)]
        u = _reparametrise(points, control, u)
        if np.any(np.diff(u) < 0):
            u = chord
    worst = min(max(worst, 1), len(points) - 2)
    middle = _unit(points[max(0, worst - 2)] - points[min(len(points) - 1, worst + 2)])
    return (fit(points[:worst + 1], start, middle, error)
            + fit(points[worst:], -middle, end, error))


def fit_closed(points, error=.08):
    """A closed curve through many points; None if there are too few to be a shape."""
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
    return fit(points, tangent, -tangent, error)


def fit_open(points, error=.08):
    points = np.asarray(points, float)
    return fit(points, _unit(points[min(2, len(points) - 1)] - points[0]),
               _unit(points[-min(3, len(points))] - points[-1]), error)


# ---------------------------------------------------------------------- drawn lines

def swell(t):
    """The usual profile of a drawn stroke: nothing, full, nothing."""
    return np.sin(np.pi * t) ** .7


def tapered(points, width, profile=swell, error=.04, step=.6, curve=True):
    """A stroke whose width follows `profile` (0..1 along it), as a closed filled path."""
    points = resample(line(points, 10) if curve else points, step)
    half = (width / 2 * profile(np.linspace(0, 1, len(points))))[:, None]
    side = normals(points) * half
    there, back = fit_open(points + side, error), fit_open((points - side)[::-1], error)
    start = np.round((points + side)[0], 2)
    out, pen = _relative(there, start)
    gap = np.round((points - side)[-1] - pen, 2)
    text = 'M' + numbers(start) + out
    if np.abs(gap).max() > .005:
        text += 'l' + numbers(gap)
        pen = pen + gap
    return text + _relative(back, pen)[0] + 'z'


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
    return path_data(fit_closed(outline_points(segments, thin, thick, shadow), error))


def dots(points):
    """Small discs (x, y, r) in one path."""
    return ''.join('M%sa%s 0 1 0 %s 0a%s 0 1 0-%s 0z' % (
        numbers((x - r, y)), numbers((r, r)), number(2 * r), numbers((r, r)), number(2 * r))
        for x, y, r in points)
