# SPDX-License-Identifier: GPL-3.0-or-later
"""Soft tissues and the sheet they are drawn on.

A *sheet* is one raster with the definitions and the random numbers its parts share. A *shape* is
a named silhouette on it: path data, mask and clip. `solid ()` turns a shape into a lit body;
the other functions add what tells one tissue from another when colour fails: fibres, lobules,
glints.
"""

import random

import numpy as np
from scipy.spatial import Voronoi

from . import colour, geometry
from .certainty import KNOWN
from .relief import Grid
from .svg import Element, group, path


class Shape:
    """A silhouette. `segments` is None when it was traced from a field."""

    def __init__(self, name, d, mask, segments=None):
        self.name, self.d, self.mask, self.segments = name, d, mask, segments
        self.clip = 'url(#clip-%s)' % name


class Sheet:
    def __init__(self, box, step, seed, defs):
        self.grid = Grid(box, step)
        self.random = random.Random(seed)
        self.numpy_random = np.random.RandomState(seed)
        self.defs = defs

    def shape(self, name, points, corners=()):
        """The closed smooth shape through landmarks."""
        segments = geometry.spline(points, corners=corners)
        shape = Shape(name, geometry.path_data(segments),
                      self.grid.mask(geometry.sample(segments, 10)), segments)
        return self._define(shape)

    def traced(self, name, field, level=0, error=.08, smooth=.5, smallest=8.):
        """The shape where a field exceeds a level."""
        d = self.grid.contours(field, level, error, smallest, smooth)
        return self._define(Shape(name, d, field > level))

    def _define(self, shape):
        self.defs.append(Element('clipPath', path(shape.d), id='clip-' + shape.name))
        return shape

    def clipped(self, shape, *children):
        return group(*children, clip_path=shape.clip)

    def bands(self, shape, tone, ramp, count=12, low=.12, high=.95, error=.1, smooth=1.,
              smallest=2.):
        """The tone field as nested flat regions, darkest first, as large as the silhouette."""
        grid, cut = self.grid.window(shape.mask)
        spread = grid.extend(tone[cut], shape.mask[cut])
        out = [path(shape.d, ramp(low))]
        for k in range(1, count):
            d = grid.contours(spread, low + (high - low) * k / count, error, smallest, smooth)
            out.append(path(d, ramp(low + (high - low) * (k + .5) / count)))
        return out


def solid(sheet, shape, ramp, edge, thickness=.8, thin=.12, thick=.4, bands=10, open_sides='',
          extra=(), darker=None, error=.11, smooth=.6, smallest=.8, hollow_radius=1.6, soft=.4,
          name=None, look=KNOWN):
    """A lit body: swelling outline, bands of tone, and `extra` elements clipped to it."""
    grid, cut = sheet.grid.window(shape.mask)
    height = grid.inflate(shape.mask[cut], open_sides) * thickness
    tone = np.zeros(shape.mask.shape)
    tone[cut] = grid.shade(height, shape.mask[cut], hollow_radius=hollow_radius, soft=soft)
    if darker is not None:
        tone = np.clip(tone - darker, 0, 1)
    body = sheet.clipped(shape, *sheet.bands(shape, tone, look.ramp(ramp), bands, error=error,
                                             smooth=smooth, smallest=smallest), *extra)
    rim = path(geometry.outline(shape.segments, thin, thick), look.ink(edge)) if edge else None
    return group(rim, body, id=name)


def cast_shadow(sheet, mask, dx, dy, blur, strength, ink, steps=16, clip=None):
    """A soft shadow as a stack of equally faint contours: no filter. Fewer than nine show."""
    grid = sheet.grid
    soft = grid.blur(grid.shifted(mask.astype(float), dx, dy), blur)
    each = geometry.number(1 - (1 - strength) ** (1 / steps))
    layers = [path(grid.contours(soft, (k + .6) / (steps + .4), .2, 2., .8), ink,
                   fill_opacity=each) for k in range(steps)]
    return group(*layers, clip_path=clip.clip if clip else None)


def fibres(sheet, left, right, count, width, span, jitter=.35, step=1.2):
    """Tapered strokes running between two rails, as one path."""
    rng = sheet.random
    a = geometry.resample(geometry.line(left), step)
    b = geometry.resample(geometry.line(right), step)
    at = np.linspace(0, len(b) - 1, len(a))
    b = np.column_stack([np.interp(at, np.arange(len(b)), b[:, k]) for k in (0, 1)])
    out = ''
    for i in range(count):
        across = .03 + .94 * (i + .5 + rng.uniform(-jitter, jitter)) / count
        share = rng.uniform(*span)
        start = rng.uniform(0, 1 - share)
        i0 = int(start * (len(a) - 1))
        i1 = max(i0 + 4, int((start + share) * (len(a) - 1)))
        t = np.linspace(0, 1, len(a))[i0:i1]
        u = (across + rng.uniform(-.02, .02) * np.sin(t * 6.28 + rng.uniform(0, 6)))[:, None]
        points = a[i0:i1] * (1 - u) + b[i0:i1] * u
        if len(points) < 4:
            continue
        peak = rng.uniform(.4, .6)
        out += geometry.tapered(
            points, rng.uniform(*width),
            lambda t, p=peak: np.where(t < p, t / p, (1 - t) / (1 - p)) ** .6, .07, 1.6, False)
    return out


def muscle(sheet, name, left, right, count, corners=None, open_sides=''):
    """A muscle belly between two rails, with dark and light striae."""
    points = list(left) + list(right)[::-1]
    if corners is None:
        corners = (0, len(left) - 1, len(left), len(points) - 1)
    shape = sheet.shape(name, points, corners)
    striae = (path(fibres(sheet, left, right, count, (.25, .65), (.3, .8)), '#6f1f1e',
                   fill_opacity='.4'),
              path(fibres(sheet, left, right, count, (.18, .42), (.3, .8)), '#f0b5a6',
                   fill_opacity='.55'))
    return shape, solid(sheet, shape, colour.MUSCLE, '#5c1d1b', .5, .15, .5, 9, open_sides, striae,
                        hollow_radius=2.5, soft=.7, smooth=1., error=.18)


def band_rails(centre, widths, step=.8):
    """The two rails of a band given by its centre line and its widths along it."""
    points = geometry.resample(geometry.line(centre), step)
    t = np.linspace(0, 1, len(points))
    half = np.interp(t, np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    side = geometry.normals(points) * half
    keep = list(range(0, len(points) - 1, 8)) + [len(points) - 1]
    return (points + side)[keep], (points - side)[keep]


def tendon(sheet, name, centre, widths, count, open_sides='', part=None):
    """A tendon. Its ends are cut square: let bone or the frame lie over them."""
    left, right = band_rails(centre, widths)
    points = [tuple(p) for p in left] + [tuple(p) for p in right[::-1]]
    corners = (0, len(left) - 1, len(left), len(points) - 1)
    shape = sheet.shape(name, points, corners)
    strands = (path(fibres(sheet, left, right, count, (.15, .4), (.5, 1.)), '#7d6a58',
                    fill_opacity='.45'),
               path(fibres(sheet, left, right, count, (.15, .4), (.5, 1.)), '#fffdfa',
                    fill_opacity='.7'))
    return shape, solid(sheet, shape, colour.TENDON, '#5d4f45', .6, .08, .36, 10, open_sides,
                        strands, hollow_radius=2, soft=.5, smallest=.6, name=part)


def insertion(sheet, roots, direction, count, lengths, spread=.12):
    """Fibres of a tendon that stream over a bone's edge: light and dark tufts from points along
    a line, nearly parallel."""
    rng = sheet.random
    roots = geometry.resample(np.array(roots, float), .2)
    heading = np.array(direction, float) / np.hypot(*direction)
    across = np.array([-heading[1], heading[0]])
    tufts = ['', '']
    for i in range(count):
        root = roots[int((i + .5 + rng.uniform(-.3, .3)) / count * (len(roots) - 1))]
        length = rng.uniform(*lengths)
        tip = heading * length + across * rng.uniform(-spread, spread) * length
        tufts[i % 2] += geometry.tapered([root - heading * 2.2, root + tip * .4, root + tip],
                                         rng.uniform(.25, .55),
                                         lambda t: np.sin(np.pi * np.clip(t * .9 + .1, 0, 1)) ** .6)
    return (path(tufts[0], '#f9f5ee', fill_opacity='.9'),
            path(tufts[1], '#9d8b7b', fill_opacity='.6'))


def lobules(sheet, shape, size):
    """Fat lobules: rounded cells of a Voronoi diagram, a dark and a lit copy."""
    grid, rng = sheet.grid, sheet.numpy_random
    rows, columns = np.nonzero(shape.mask)
    points = []
    for k in rng.permutation(len(rows))[:6000]:
        x, y = grid.x[rows[k], columns[k]], grid.y[rows[k], columns[k]]
        if all((x - p) ** 2 + (y - q) ** 2 > size * size for p, q in points):
            points.append((x, y))
    diagram = Voronoi(np.array(points + [(-500, -500), (500, -500), (500, 500), (-500, 500)]))
    dark = light = ''
    for i in range(len(points)):
        region = diagram.regions[diagram.point_region[i]]
        if -1 in region:
            continue
        corners = diagram.vertices[region]
        middle = corners.mean(0)
        corners = middle + (corners - middle) * .9
        if np.abs(corners - middle).max() > 8:
            continue
        curve = geometry.spline((corners + np.roll(corners, -1, 0)) / 2)
        dark += geometry.path_data(curve)
        light += geometry.path_data([tuple((q - middle) * .72 + middle - np.array([.22, .28])
                                           for q in segment) for segment in curve])
    return (path(dark, '#c9912f', fill_opacity='.38'), path(light, '#fff3cc', fill_opacity='.5'))


def fat(sheet, shape, size, open_sides='', edge='#8a5a1c', thickness=.9, name=None):
    return solid(sheet, shape, colour.FAT, edge, thickness, open_sides=open_sides,
                 extra=lobules(sheet, shape, size), name=name)


def vessel(points, width, colours):
    """A tube as four strokes of one line: edge, body, lit flank, glint."""
    d = geometry.path_data(geometry.spline(points, closed=False), False)
    edge, body, flank, glint = colours

    def stroke(ink, share, shift=0., opacity=None):
        move = 'translate(%s 0)' % geometry.number(-width * shift) if shift else None
        return path(d, 'none', stroke=ink, stroke_width=share, stroke_opacity=opacity,
                    transform=move)
    return [stroke(edge, width + .5), stroke(body, width), stroke(flank, width * .5, .13),
            stroke(glint, width * .13, .22, '.8')]
