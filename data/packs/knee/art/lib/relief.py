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
        reached = np.zeros(mask.shape, bool)
        reached[row, column] = True
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
        return far

    # ------------------------------------------------------------------ relief

    def inflate(self, mask, open_sides=''):
        """Blow the mask up like a cushion: solve laplace h = -2 with h = 0 on the outline; the
        square root gives elliptic cross-sections. A shape cut by the border on one of
        `open_sides` (T, B, L, R) runs on there instead of rounding off."""
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
        out = ''
        for points in march(np.pad(field, 1, constant_values=-1e3), level):
            points = np.column_stack([self.x0 + (points[:, 0] - 1) * self.step,
                                      self.y0 + (points[:, 1] - 1) * self.step])
            if abs(geometry.signed_area(points)) < smallest:
                continue
            if smooth:
                points = np.column_stack([ndimage.gaussian_filter1d(
                    points[:, k], smooth / self.step * .6, mode='wrap') for k in (0, 1)])
            curve = geometry.fit_closed(points, error)
            if curve:
                out += geometry.path_data(curve)
        return out


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
    following = {}

    def side(j, i, which):
        return ((j, i, 0), (j, i + 1, 1), (j + 1, i, 0), (j, i, 1))[which]

    for j, i in zip(rows.tolist(), columns.tolist()):
        for start, end in _RUNS[int(code[j, i])]:
            following[side(j, i, start)] = side(j, i, end)

    def crossing(j, i, upright):
        a = field[j, i]
        if upright:
            return i, j + (level - a) / (field[j + 1, i] - a)
        return i + (level - a) / (field[j, i + 1] - a), j

    lines = []
    while following:
        first, key = following.popitem()
        points = [crossing(*first)]
        while key != first and key in following:
            points.append(crossing(*key))
            key = following.pop(key)
        if len(points) > 5:
            lines.append(np.array(points))
    return lines
