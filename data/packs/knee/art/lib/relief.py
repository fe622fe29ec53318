# SPDX-License-Identifier: GPL-3.0-or-later
"""Relief: a silhouette is inflated on a raster, lit, and cut into bands of tone.

The raster is only for thinking. What leaves this module is path data: nested regions of equal
tone which, filled flat from dark to light, look like a soft painted solid at any scale, with no
filter and no bitmap.
"""

import math

import numpy as np
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import spsolve

from . import geometry
from .memory import remembered

LIGHT = np.array([-.48, -.62, .62]) / np.linalg.norm([-.48, -.62, .62])  # upper left, in front
REFLECTED = np.array([.72, .62, .18]) / np.linalg.norm([.72, .62, .18])


class Grid:
    """A raster of square cells of side `step` over a box (x0, y0, x1, y1)."""

    def __init__(self, box, step):
        x0, y0, x1, y1 = box
        self.step, self.x0, self.y0 = step, x0, y0
        self.columns = int(round((x1 - x0) / step)) + 1
        self.rows = int(round((y1 - y0) / step)) + 1
        self.x, self.y = np.meshgrid(x0 + np.arange(self.columns) * step,
                                     y0 + np.arange(self.rows) * step)

    def window(self, mask, margin=4.):
        """A grid just around the mask, and the slices that cut this grid's fields to it: what is
        done to a small part of a large sheet costs what the part costs."""
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        if not len(rows):
            return self, (slice(None), slice(None))
        more = int(math.ceil(margin / self.step))
        r0, r1 = max(0, rows[0] - more), min(self.rows, rows[-1] + 1 + more)
        c0, c1 = max(0, columns[0] - more), min(self.columns, columns[-1] + 1 + more)
        x0, y0 = self.x0 + c0 * self.step, self.y0 + r0 * self.step
        return Grid((x0, y0, x0 + (c1 - c0 - 1) * self.step, y0 + (r1 - r0 - 1) * self.step),
                    self.step), (slice(r0, r1), slice(c0, c1))

    def around(self, x, y, radius):
        """The slices of the cells within a square around a point."""
        row, column = (y - self.y0) / self.step, (x - self.x0) / self.step
        reach = radius / self.step
        return (slice(max(0, int(row - reach)), max(0, int(row + reach) + 2)),
                slice(max(0, int(column - reach)), max(0, int(column + reach) + 2)))

    # ------------------------------------------------------------------ masks and fields

    def mask(self, polygon):
        """The cells inside a polygon (even-odd)."""
        a = np.asarray(polygon, float)
        b = np.roll(a, -1, 0)
        inside = np.zeros((self.rows, self.columns), bool)
        for row in range(self.rows):
            y = self.y0 + row * self.step + 1e-7
            cut = ((a[:, 1] <= y) & (b[:, 1] > y)) | ((b[:, 1] <= y) & (a[:, 1] > y))
            if not cut.any():
                continue
            p, q = a[cut], b[cut]
            xs = np.sort(p[:, 0] + (y - p[:, 1]) * (q[:, 0] - p[:, 0]) / (q[:, 1] - p[:, 1]))
            for left, right in zip(xs[::2], xs[1::2]):
                i0 = max(0, math.ceil((left - self.x0) / self.step))
                i1 = min(self.columns - 1, math.floor((right - self.x0) / self.step))
                inside[row, i0:i1 + 1] = True
        return inside

    def blur(self, field, radius):
        return ndimage.gaussian_filter(np.asarray(field, float), radius / self.step)

    def shifted(self, field, dx, dy):
        return ndimage.shift(np.asarray(field, float), (dy / self.step, dx / self.step), order=1,
                             mode='nearest')

    def depth(self, mask):
        """Distance from the outline, inside. A shape cut by the border has no outline there."""
        padded = np.pad(mask, 1, mode='edge')
        return ndimage.distance_transform_edt(padded)[1:-1, 1:-1] * self.step

    def distance(self, mask):
        """Distance to the mask, outside it."""
        return ndimage.distance_transform_edt(~mask) * self.step

    def to_line(self, points):
        """Distance to a line, and how far along it (0..1) the nearest point lies."""
        points = np.asarray(points, float)
        lengths = np.linalg.norm(np.diff(points, axis=0), axis=1)
        distance, along = np.full(self.x.shape, 1e9), np.zeros(self.x.shape)
        walked = 0
        for a, b, length in zip(points[:-1], points[1:], lengths):
            d = b - a
            t = np.clip(((self.x - a[0]) * d[0] + (self.y - a[1]) * d[1])
                        / (length ** 2 + 1e-12), 0, 1)
            here = np.hypot(self.x - a[0] - t * d[0], self.y - a[1] - t * d[1])
            nearer = here < distance
            distance = np.where(nearer, here, distance)
            along = np.where(nearer, (walked + t * length) / lengths.sum(), along)
            walked += length
        return distance, along

    def onto(self, other, field):
        """The field as another grid sees it."""
        at = [(other.y - self.y0) / self.step, (other.x - self.x0) / self.step]
        return ndimage.map_coordinates(np.asarray(field, float), at, order=1, mode='nearest')

    def noise(self, size, random):
        """Smooth noise of unit spread whose features are about `size` wide."""
        field = ndimage.gaussian_filter(random.randn(self.rows, self.columns), size / self.step)
        return field / field.std()

    def reach(self, mask, x, y):
        """Distance from (x, y) walking inside the mask only; infinite elsewhere."""
        row, column = int(round((y - self.y0) / self.step)), int(round((x - self.x0) / self.step))
        whole = np.full(mask.shape, np.inf)
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        window = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
        mask = mask[window]
        reached = np.zeros(mask.shape, bool)
        reached[row - rows[0], column - columns[0]] = True
        far = np.where(reached, 0., np.inf)
        cross, square = ndimage.generate_binary_structure(2, 1), np.ones((3, 3), bool)
        for count in range(1, 2000):
            # Cross and square by turns: the front is an octagon, near enough to a circle.
            grown = ndimage.binary_dilation(reached, cross if count % 2 else square) & mask
            fresh = grown & ~reached
            if not fresh.any():
                break
            far[fresh] = count * self.step
            reached = grown
        whole[window] = far
        return whole

    # ------------------------------------------------------------------ relief

    def inflate(self, mask, open_sides=''):
        """Blow the mask up like a cushion: solve laplace h = -2 with h = 0 on the outline; the
        square root gives elliptic cross-sections. A shape cut by the border on one of
        `open_sides` (T, B, L, R) runs on there instead of rounding off."""
        return remembered(('inflate', self.step, mask, open_sides),
                          lambda: self._inflate(mask, open_sides))

    def _inflate(self, mask, open_sides):
        rows, columns = mask.shape
        index = -np.ones(mask.shape, int)
        index[mask] = np.arange(mask.sum())
        count = int(mask.sum())
        j, i = np.nonzero(mask)
        me = index[j, i]
        diagonal, at, to = np.zeros(count), [], []
        for side, dj, di in (('T', -1, 0), ('B', 1, 0), ('L', 0, -1), ('R', 0, 1)):
            nj, ni = j + dj, i + di
            outside = (nj < 0) | (nj >= rows) | (ni < 0) | (ni >= columns)
            neighbour = np.full(count, -1)
            neighbour[~outside] = index[nj[~outside], ni[~outside]]
            free = outside & (side in open_sides)
            diagonal[me[~free]] += 1
            inner = neighbour >= 0
            at.append(me[inner])
            to.append(neighbour[inner])
        at, to = np.concatenate(at), np.concatenate(to)
        own = np.arange(count)
        matrix = coo_matrix((np.concatenate([-np.ones(len(at)), diagonal + 1e-9]),
                             (np.concatenate([at, own]), np.concatenate([to, own]))),
                            shape=(count, count)).tocsc()
        height = np.zeros(mask.shape)
        height[mask] = spsolve(matrix, np.full(count, 2 * self.step ** 2))
        return np.sqrt(np.maximum(height, 0) * 2)

    def extend(self, field, mask):
        """Carry the nearest inside value outward, so that bands overrun the silhouette."""
        j, i = ndimage.distance_transform_edt(~mask, return_distances=False, return_indices=True)
        return field[j, i]

    def shade(self, height, mask, hollow_radius=4., hollow=.5, bounce=.24, soft=.7):
        """Light a relief: tone 0..1 from the light at the upper left, darker in hollows, with
        some light thrown back on the shadow side."""
        spread = self.extend(height, mask)
        smooth = self.blur(spread, soft)
        gy, gx = np.gradient(smooth, self.step)
        normal = np.stack([-gx, -gy, np.ones_like(gx)]) / np.sqrt(gx ** 2 + gy ** 2 + 1)
        tone = (np.tensordot(LIGHT, normal, 1) * .5 + .5) ** 1.25
        sunk = (self.blur(spread, hollow_radius) - smooth) / hollow_radius
        tone -= hollow * np.clip(sunk, -.12, .8)
        tone += bounce * np.clip(np.tensordot(REFLECTED, normal, 1), 0, 1) ** 2 * (1 - normal[2])
        return np.clip(tone, 0, 1)

    # ------------------------------------------------------------------ contours

    def contours(self, field, level, error=.1, smallest=1.5, smooth=1.):
        """The regions where field > level, as path data. Islands under `smallest` (area) are
        dropped; holes wind the other way, so the non-zero rule leaves them open."""
        return remembered(('contours', self.step, self.x0, self.y0, field, level, error, smallest,
                           smooth),
                          lambda: self._contours(field, level, error, smallest, smooth))

    def _contours(self, field, level, error, smallest, smooth):
        lines = []
        for points in march(np.pad(field, 1, constant_values=-1e3), level):
            points = (points - 1) * self.step + np.array([self.x0, self.y0])
            if abs(geometry.signed_area(points)) < smallest:
                continue
            if smooth:
                points = ndimage.gaussian_filter1d(points, smooth / self.step * .6, axis=0,
                                                   mode='wrap')
            lines.append(points)
        return ''.join(map(geometry.path_data, geometry.fit_closed(lines, error)))


# Marching squares: for each of the 16 corner patterns, from which side to which the line runs
# (0 top, 1 right, 2 bottom, 3 left), inside always on the same hand.
_RUNS = {1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
         7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),),
         12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),)}


def march(field, level):
    """Closed lines (in cells: x, y) around the regions where field > level."""
    above = field > level
    code = above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    rows, columns = np.nonzero((code > 0) & (code < 15))
    code = code[rows, columns]
    wide = field.shape[1]

    def edge(j, i, which):
        """Edges are numbered: twice the grid point at their upper left, 1 more if upright."""
        return 2 * ((j + (which == 2)) * wide + i + (which == 1)) + (which % 2 == 1)

    starts, ends = [], []
    for pattern, runs in _RUNS.items():
        here = code == pattern
        for start, end in runs:
            starts.append(edge(rows[here], columns[here], np.array(start)))
            ends.append(edge(rows[here], columns[here], np.array(end)))
    if not starts or not sum(map(len, starts)):
        return []
    starts, ends = np.concatenate(starts), np.concatenate(ends)
    order = np.argsort(starts)
    starts, ends = starts[order], ends[order]
    following = np.searchsorted(starts, ends).tolist()  # each edge is left just once

    j, i = np.divmod(starts // 2, wide)
    upright = starts % 2 == 1
    a = field[j, i]
    share = (level - a) / (field[j + upright, i + ~upright] - a)
    points = np.column_stack([i + np.where(upright, 0, share), j + np.where(upright, share, 0)])

    lines, seen = [], bytearray(len(starts))
    for first in range(len(following)):
        walk, at = [], first
        while not seen[at]:
            seen[at] = 1
            walk.append(at)
            at = following[at]
        if len(walk) > 5:
            lines.append(points[walk])
    return lines
