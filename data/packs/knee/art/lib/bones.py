# SPDX-License-Identifier: GPL-3.0-or-later
"""Bone cut open: a dense wall around a sponge of struts with marrow between them.

The sponge is a cellular field: for a scatter of points, the distance to the second nearest minus
the distance to the nearest is zero on the walls between cells and grows towards their middles.
Some cells are merged and the plane is warped first, so that neither paving stones nor seeds
come out. A marrow space is where the field exceeds the width of a strut.
"""

import numpy as np
from scipy.spatial import cKDTree

from . import geometry
from .memory import remembered
from .relief import Grid
from .svg import Element, group, path


def cellular_field(grid, radius, stretch, seed, merged=.18, warp=.5, warp_size=1.6):
    """The field on `grid`. `radius` is the spacing of the points at each place, `stretch` a
    function of y that lengthens the cells along the shaft."""
    axis = grid.y[:, 0]
    lengthened = stretch(axis) + np.zeros(len(axis))
    return remembered(('cellular', grid.x0, grid.y0, grid.step, grid.x.shape, radius, lengthened,
                       seed, merged, warp, warp_size),
                      lambda: _cellular_field(grid, radius, lengthened, seed, merged, warp,
                                              warp_size))


def _cellular_field(grid, radius, lengthened, seed, merged, warp, warp_size):
    rng = np.random.RandomState(seed)
    x = grid.x + warp * grid.noise(warp_size, rng)
    y = grid.y + warp * grid.noise(warp_size, rng)
    axis = grid.y[:, 0]
    along = np.cumsum(grid.step / lengthened) + grid.y0  # y, shrunk where cells are long
    points = _scatter(grid, radius, lambda v: np.interp(v, axis, along), rng)
    tree = cKDTree(points)
    label = np.arange(len(points))
    near = tree.query(points, k=4)[1]
    for i in range(len(points)):
        if rng.rand() < merged:
            label[i] = label[near[i, rng.randint(1, 4)]]
    where = np.column_stack([x.ravel(), np.interp(y, axis, along).ravel()])
    distance, which = tree.query(where, k=8)
    other = label[which] != label[which][:, :1]
    second = np.where(other.any(1), distance[np.arange(len(distance)), other.argmax(1)],
                      distance[:, -1] + 1)
    return (second - distance[:, 0]).reshape(grid.x.shape)


def _scatter(grid, radius, squeeze, rng, tries=60000, bucket=4):
    """Points no nearer to one another than the radius asked for where they lie."""
    picks = rng.permutation(grid.x.size)[:tries]
    xs, ys, rs = grid.x.ravel()[picks], squeeze(grid.y.ravel()[picks]), radius.ravel()[picks]
    buckets, points = {}, []
    for x, y, r in zip(xs.tolist(), ys.tolist(), rs.tolist()):
        column, row = int(x // bucket), int(y // bucket)
        near = (p for i in (-1, 0, 1) for j in (-1, 0, 1)
                for p in buckets.get((column + i, row + j), ()))
        if all((x - p) ** 2 + (y - q) ** 2 >= r * r for p, q in near):
            buckets.setdefault((column, row), []).append((x, y))
            points.append((x, y))
    return np.array(points)


class CutBone:
    """One bone in section. `wall` is the thickness of its dense shell at each place, `hollow` a
    field that is positive in the open marrow canal of the shaft (or None)."""

    def __init__(self, sheet, name, points, corners, wall, radius, strut, seed, stretch,
                 hollow=None):
        grid = sheet.grid
        self.sheet, self.name = sheet, name
        self.shape = sheet.shape(name, points, corners)
        self.depth = grid.depth(self.shape.mask)
        self.inside = grid.blur(self.depth - wall, .5)  # positive within the shell
        self.fine = Grid((grid.x0, grid.y0, grid.x0 + (grid.columns - 1) * grid.step,
                          grid.y0 + (grid.rows - 1) * grid.step), grid.step / 2)
        field = cellular_field(self.fine, grid.onto(self.fine, radius), stretch, seed)
        self.pores = self._pores(field - grid.onto(self.fine, strut), hollow)

    def _pores(self, field, hollow):
        coarse = self.sheet.grid
        shell = self.fine.blur(coarse.onto(self.fine, self.inside), .3)
        field = np.minimum(field, shell * .9)
        if hollow is not None:
            canal = np.minimum(coarse.onto(self.fine, hollow), shell * .9)
            field = np.where(shell > 0, np.maximum(field, canal), field)
        return self.fine.blur(field, .22)

    def body(self):
        """Outline, matrix, the paler wall, and the shade of the cut edge on the sponge."""
        grid, shape = self.sheet.grid, self.shape
        layers = [path(shape.d, '#ead6b0')]
        for level, ink in ((.4, '#f0e0c0'), (.8, '#f5e9d0')):
            layers.append(path(grid.contours(self.depth, level, .14), ink))
        for level, ink in ((-.1, '#f1e1c2'), (.6, '#ecd9b5'), (1.6, '#e8d2aa')):
            layers.append(path(grid.contours(self.inside, level, .15), ink))
        sunk = grid.blur(grid.shifted(self.depth, 2.6, 3.2), 1.)
        for level in (.8, 1.8, 3., 4.4, 6.):
            layers.append(path('M-200-200h400v400h-400z' + grid.contours(sunk, level, .2),
                               '#7a4a2e', fill_opacity='.02', fill_rule='evenodd'))
        return group(path(geometry.outline(shape.segments, .2, .6), '#3d2b22'),
                     self.sheet.clipped(shape, *layers), id=self.name)

    def marrow(self, light, dark):
        """The marrow spaces: a lit far lip, the dark near wall, the marrow itself."""
        whole = self.fine.contours(self.pores, 0, .11, .5, .25)
        deep = self.fine.contours(self.pores, .38, .11, .5, .25)
        name = self.name + '-pores'
        self.sheet.defs.append(path(whole, id=name))
        return [Element('use', href='#' + name, fill='#fff7e6', transform='translate(.2 .25)'),
                Element('use', href='#' + name, fill=dark),
                path(deep, light, transform='translate(.13 .17)')]
