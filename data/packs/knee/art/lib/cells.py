# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells at micrometre scale: 1 unit = 1 um.

A cell is drawn on a small sheet of its own, around its own origin, and placed by a transform, so
that it can move. What makes it look alive: an outline in its own dark hue, a light line just
within the membrane, a glint that keeps off the membrane, a nucleus with chromatin that is never
quite in the middle, few organelles.
"""

import math

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from . import certainty, colour, geometry
from .certainty import KNOWN, SEEN
from .svg import Element, group, path, radial
from .tissues import Sheet, cast_shadow


def smooth_union(grid, ellipses, limbs, blend=1.5):
    """A field positive inside ellipses (cx, cy, rx, ry, degrees) and tapered limbs (points,
    radius at the root, at the tip), their joints filled like webs."""
    total = np.zeros(grid.x.shape)
    for cx, cy, rx, ry, turn in ellipses:
        a = math.radians(turn)
        u = (grid.x - cx) * math.cos(a) + (grid.y - cy) * math.sin(a)
        v = -(grid.x - cx) * math.sin(a) + (grid.y - cy) * math.cos(a)
        total += np.exp(-(np.hypot(u / rx, v / ry) - 1) * min(rx, ry) / blend)
    for points, root, tip in limbs:
        distance, along = grid.to_line(geometry.line(points, 10))
        total += np.exp(-(distance - (root + (tip - root) * np.clip(along, 0, 1) ** .8)) / blend)
    return blend * np.log(np.maximum(total, 1e-30))


def membrane(sheet, shape, ramp, edge, inside=(), thickness=.55, flat=6., bands=12, glint=True,
             hollow_radius=2., outline=.5):
    """The lit body of a cell with `inside` drawn in it, clipped to it."""
    grid = sheet.grid
    height = flat * np.tanh(grid.inflate(shape.mask) * thickness / flat)
    tone = grid.shade(height, shape.mask, hollow_radius, .4, .3, .5)
    depth = grid.depth(shape.mask)
    tone = np.clip(tone - .10 * np.exp(-depth / 1.2) + .05, 0, 1)
    layers = sheet.bands(shape, tone, ramp, bands, error=.1, smooth=.7, smallest=.8)
    return group(
        path(shape.d, edge, stroke=edge, stroke_width=geometry.number(outline)),
        sheet.clipped(shape, *layers, _ring(grid, depth, .32, .62, .55), *inside,
                      _glint(grid, tone, depth, 1.1, .5) if glint else None))


def _ring(grid, depth, near, far, opacity):
    """The light line between two depths below the membrane."""
    soft = grid.blur(depth, .25)
    d = grid.contours(soft, near, .08, 2, .3) + grid.contours(soft, far, .08, 2, .3)
    return path(d, '#ffffff', fill_opacity=geometry.number(opacity), fill_rule='evenodd')


def _glint(grid, tone, depth, inset, smallest):
    """The brightest part of the tone, kept off the membrane."""
    belt = (depth > inset) & (depth < inset + 2.2)
    level = np.percentile(tone[belt], 95) if belt.any() else .95
    field = np.minimum(tone - level, np.minimum((depth - inset) * .05, (inset + 1.6 - depth) * .05))
    return path(grid.contours(grid.blur(field, .2), 0, .08, smallest, .35), '#ffffff',
                fill_opacity='.8')


def nucleus(sheet, name, centre, rx, ry, turn, ramp, edge, nucleoli=((0, 0, 1.),), chromatin=.9):
    a = math.radians(turn)
    wobble = sheet.random
    points = []
    for k in range(9):
        angle, far = k / 9 * 2 * math.pi, wobble.uniform(.95, 1.05)
        u, v = rx * far * math.cos(angle), ry * far * math.sin(angle)
        points.append((centre[0] + u * math.cos(a) - v * math.sin(a),
                       centre[1] + u * math.sin(a) + v * math.cos(a)))
    shape = sheet.shape(name, points)
    grid = sheet.grid
    tone = grid.shade(grid.inflate(shape.mask) * .9, shape.mask, 1.5, bounce=.3, soft=.3)
    depth = grid.depth(shape.mask)
    noise = np.where(ndimage.binary_erosion(shape.mask, iterations=2),
                     grid.noise(.42, sheet.numpy_random), -3)
    inside = [path(grid.contours(noise, chromatin, .08, .15, .2), edge, fill_opacity='.24')]
    for dx, dy, r in nucleoli:
        x, y = centre[0] + dx, centre[1] + dy
        inside += [path(geometry.dots([(x, y, r)]), edge, fill_opacity='.75'),
                   path(geometry.dots([(x - r * .3, y - r * .35, r * .38)]), '#ffffff',
                        fill_opacity='.28')]
    layers = sheet.bands(shape, tone, ramp, 9, error=.08, smooth=.5, smallest=.4)
    return group(path(shape.d, edge, stroke=edge, stroke_width='.55'),
                 sheet.clipped(shape, *layers, *inside, _ring(grid, depth, .28, .5, .4),
                               _glint(grid, tone, depth, .7, .25)))


def granules(sheet, shape, count, ink, opacity='.26', sizes=(.09, .22)):
    grid, rng = sheet.grid, sheet.random
    rows, columns = np.nonzero(ndimage.binary_erosion(shape.mask, iterations=4))
    spots = []
    for _ in range(count):
        k = rng.randrange(len(rows))
        spots.append((grid.x[rows[k], columns[k]] + rng.uniform(-.1, .1),
                      grid.y[rows[k], columns[k]] + rng.uniform(-.1, .1), rng.uniform(*sizes)))
    return path(geometry.dots(spots), ink, fill_opacity=opacity)


def mitochondrion(x, y, length, width, turn, ink='#e09a62'):
    """A bean with folds."""
    half, r = length / 2, width / 2
    bean = geometry.path_data(geometry.spline([
        (-half, 0), (-half * .72, -r), (0, -r * .86), (half * .72, -r), (half, 0),
        (half * .72, r), (0, r * .92), (-half * .72, r)]))
    folds = 'M%sv%sM%sv%sM%sv%s' % tuple(geometry.numbers(v) for v in (
        (-length * .24, -width * .28), (width * .56,), (0, -width * .22), (width * .56,),
        (length * .24, -width * .3), (width * .56,)))
    return group(path(bean, ink, stroke='#7b3416', stroke_width='.22'),
                 path(folds, 'none', stroke='#fbd9b8', stroke_width='.32', stroke_linecap='round'),
                 transform='translate(%s)rotate(%s)' % (geometry.numbers((x, y)),
                                                        geometry.number(turn)))


# ---------------------------------------------------------------------- kinds of cell

STAR_LIMBS = (([(-6, 2.4), (-14, 5), (-22, 4.6), (-31, 8.6)], 2.7, .28),
              ([(7, -2), (16, -5), (24, -4.6), (33, -8.6)], 2.5, .28),
              ([(-4, -3), (-9, -8), (-11, -14), (-15, -18.5)], 1.8, .2),
              ([(5, 3), (10.4, 6.6), (13.4, 10.6), (19, 12.6)], 1.8, .22),
              ([(-3, 4), (-7, 8.4), (-13, 11.6)], 1.4, .2),
              ([(4, -4), (6.4, -9.4), (11, -13)], 1.3, .18))


def stem_cell(defs, name, ramp=colour.STEM, edge='#083c57', limbs=STAR_LIMBS, seed=5, size=1.,
              bands=13, detail=True, look=KNOWN):
    """A star with long tapered arms and an oval nucleus."""
    sheet = Sheet((-40 * size, -24 * size, 42 * size, 24 * size), .25, seed, defs)
    limbs = [([(x * size, y * size) for x, y in points], root * size ** .7, tip)
             for points, root, tip in limbs]
    field = smooth_union(sheet.grid, [(0, 0, 10 * size, 5.8 * size, -14)], limbs, 1.4 * size)
    shape = sheet.traced(name + '-body', field)
    inside = []
    if detail:
        strands = ''.join(geometry.tapered(points, .36) for points in (
            [(-24, 5.4), (-12, 4), (-2, 5), (9, 2.4)], [(-9, -8), (-3, -3.4), (8, -4), (18, -4.4)],
            [(-18, 4.2), (-10, 2.6), (-5, -1)], [(6, 2), (12, -1.4), (24, -4.4)]))
        inside = [path(strands, '#ecfbff', fill_opacity='.45'),
                  granules(sheet, shape, 90, '#0b4a6a'),
                  mitochondrion(-9.6, 2.8, 2.9, 1.15, -18), mitochondrion(9, -1.6, 2.9, 1.15, -22),
                  mitochondrion(2.8, 4.6, 2.5, 1.05, 12)]
    return shape, group(
        cast_shadow(sheet, shape.mask, 2., 3.2, 1.9, .22, '#6b3326', 11) if detail else None,
        membrane(sheet, shape, look.ramp(ramp), look.ink(edge), inside, .62, 7., bands),
        nucleus(sheet, name + '-nucleus', (.5 * size, -.4 * size), 5. * size, 3.4 * size, -18,
                look.ramp(colour.STEM_NUCLEUS), look.ink('#123a50'), ((-1.1, -.4, 1.05 * size),
                                                     (1.6, .8, .7 * size)), .8))


def turning_cell(defs, name, seed=9, look=KNOWN):
    """Between the two: arms drawn in, body rounded, colour on the way."""
    sheet = Sheet((-22, -16, 24, 20), .25, seed, defs)
    field = smooth_union(sheet.grid, [(0, 0, 8.6, 6.6, -6)], [
        ([(-6, 2), (-11, 4), (-16, 6.4)], 2.2, .3), ([(6, -1), (11, -2.4), (16, -5)], 2.2, .3),
        ([(-4, -4), (-7, -7), (-8, -11)], 1.6, .25), ([(4, 4), (8, 7), (12, 8.6)], 1.6, .25)], 1.3)
    shape = sheet.traced(name + '-body', field)
    inside = [granules(sheet, shape, 50, '#5f5434'), mitochondrion(-5.4, 3, 2.6, 1.1, 30),
              mitochondrion(5.6, 2.4, 2.5, 1.05, -30)]
    return shape, group(
        cast_shadow(sheet, shape.mask, 1.6, 2.6, 1.7, .18, '#6b3326', 11)
        if look is KNOWN else None,
        membrane(sheet, shape, look.ramp(colour.TURNING), look.ink('#55503a'), inside, .62, 6.5),
        nucleus(sheet, name + '-nucleus', (.4, -.8), 4., 3.3, -10,
                look.ramp(colour.STEM_NUCLEUS), look.ink('#2a3a44'),
                ((-.8, -.3, .95), (1.2, .7, .6))))


def osteoblast_outline(width, height, lean=0.):
    """A dome on a flat base, origin at the middle of the base."""
    w, h = width / 2 - .25, height
    return [(-w, -.2), (0, .15), (w, -.2), (w * 1.02, -h * .42), (w * .9, -h * .78),
            (w * .48 + lean, -h * .97), (lean, -h * 1.02), (-w * .5 + lean, -h * .96),
            (-w * .88, -h * .77), (-w * 1.01, -h * .42)]


def osteoblast(defs, name, width=14., height=13., lean=0., seed=1, look=KNOWN):
    """A plump builder: nucleus away from the bone, folded membranes near it."""
    sheet = Sheet((-width * .7, -height * 1.2, width * .7, 2), .25, seed, defs)
    rng = sheet.random
    shape = sheet.shape(name + '-body', osteoblast_outline(width, height, lean))
    folds = [path(geometry.path_data(geometry.spline(
        [(-width * .34, -height * v), (-width * .1, -height * (v - .05)),
         (width * .12, -height * (v + .03)), (width * .34, -height * (v - .02))],
        closed=False), False), 'none', stroke=look.ink('#a8691f'), stroke_width='.38',
        stroke_opacity='.55',
        stroke_linecap='round') for v in (.13, .22, .31)]
    centre = (lean * 1.2 + rng.uniform(-1.1, 1.1), -height * rng.uniform(.58, .67))
    roomy = -1 if centre[0] > 0 else 1  # the side the nucleus leaves free
    inside = [granules(sheet, shape, 26, '#8a5a17'), *folds,
              mitochondrion(roomy * width * .34, -height * rng.uniform(.48, .66),
                            rng.uniform(2, 2.7), 1.1, rng.uniform(50, 130), look.ink('#c7683f'))]
    if abs(centre[0]) < .8:
        inside.append(mitochondrion(-roomy * width * .36, -height * rng.uniform(.42, .56), 2.2,
                                    1.05, rng.uniform(70, 110), look.ink('#c7683f')))
    return shape, group(membrane(sheet, shape, look.ramp(colour.OSTEOBLAST), look.ink('#7a4a12'),
                                 inside, .6, 5., 11),
                        nucleus(sheet, name + '-nucleus', centre, 3.2 * width / 14, 2.6 * width / 14,
                                rng.uniform(-40, 40),
                                look.ramp(colour.OSTEOBLAST_NUCLEUS), look.ink('#5c2c0e'),
                                ((.5, .3, .75 * width / 14),)))


def lining_cell(defs, name, width=24., seed=1):
    """A flat resting cell on the bone, origin at the middle of its base."""
    sheet = Sheet((-width * .6, -5, width * .6, 3), .2, seed, defs)
    w = width / 2
    shape = sheet.shape(name + '-body', [
        (-w, -.1), (-w * .6, -.75), (-w * .24, -1.8), (0, -2.3), (w * .24, -1.8), (w * .6, -.75),
        (w, -.1), (w * .5, .2), (0, .3), (-w * .5, .2)])
    return group(membrane(sheet, shape, colour.OSTEOBLAST, '#7a4a12', (), .6, 3., 8),
                 nucleus(sheet, name + '-nucleus', (.3, -.95), 2.7, .85, 0,
                         colour.OSTEOBLAST_NUCLEUS, '#5c2c0e', ((.5, .05, .3),)))


def osteocyte(defs, name, half_length=6.4, half_height=2.3, reach=(5, 9), seed=1, look=KNOWN):
    """A bone cell in its hollow: a slender body whose processes run out in hair-like canals;
    origin at its middle."""
    sheet = Sheet((-half_length - 4, -half_height - 4, half_length + 4, half_height + 4), .15, seed,
                  defs)
    rng = sheet.random
    limbs, hairs = [], ''
    count = 19
    for k in range(count):
        a = (k + rng.uniform(-.25, .25)) / count * 2 * math.pi
        far, bend = rng.uniform(*reach), rng.uniform(-.9, .9)
        x, y = half_length * .72 * math.cos(a), half_height * .5 * math.sin(a)
        dx, dy = math.cos(a) * .8, math.sin(a) * .85
        way = [(x, y), (x + dx * far * .4 + bend * .4, y + dy * far * .4),
               (x + dx * far * .75 - bend, y + dy * far * .75), (x + dx * far, y + dy * far)]
        limbs.append((way[:3], .34, .05))
        hairs += geometry.tapered(way, .36, lambda t: (1 - t) ** .5, .06)
        if k % 2:
            fork = way[2]
            hairs += geometry.tapered([fork, (fork[0] + dx * 1.5 - dy, fork[1] + dy * 1.5 + dx),
                                       (fork[0] + dx * 3 - dy * 1.6, fork[1] + dy * 3 + dx * 1.6)],
                                      .3, lambda t: (1 - t) ** .7, .06)
    field = smooth_union(sheet.grid, [(-.3, .1, half_length * .82, half_height * .7, 2),
                                      (half_length * .3, -.15, half_length * .62,
                                       half_height * .5, -3)], limbs, .32)
    body = sheet.traced(name + '-body', field, .0, .06, .25, 4.)
    room = smooth_union(sheet.grid, [(0, .05, half_length + .75, half_height + .6, 1)], [], .3)
    hollow = sheet.grid.contours(room + .12 * sheet.grid.noise(1.5, sheet.numpy_random), 0, .08, 4.)
    inside = [granules(sheet, body, 16, '#6a4520')]
    return group(
        path(hairs, '#7d5c3c', fill_opacity='.55'),
        certainty.double(hollow, '#6b4c33', .7) if look is SEEN else None,
        path(hollow, look.ink('#a5835c'), stroke=look.ink('#6b4c33'), stroke_width='.22'),
        path(hollow, '#f3e4c4', fill_opacity='.75', transform='translate(.14 .26)'),
        path(hollow, '#c9a77c', transform='translate(.04 .1)'),
        membrane(sheet, body, look.ramp(colour.OSTEOCYTE), look.ink('#5d402a'), inside, .75, 4., 9,
                 True, 1.2, .26),
        nucleus(sheet, name + '-nucleus', (half_length * .2, -.1), half_length * .31,
                half_height * .42, -5, look.ramp(colour.OSTEOBLAST_NUCLEUS), look.ink('#5c2c0e'),
                ((.4, .1, .36),)))


def red_cell(x, y, rx, ry, turn):
    """A dimpled disc, drawn as a unit circle; its dimple is lit the other way round."""
    glint = np.radians(np.linspace(190, 262, 12))
    arc = np.column_stack([np.cos(glint), np.sin(glint)]) * .8
    return group(
        Element('circle', r='1.06', fill='#6d0f14'),
        Element('circle', r='1', fill='url(#red-cell)'),
        Element('circle', cx='.05', cy='.06', r='.5', fill='url(#red-dimple)'),
        path(geometry.tapered(arc, .15, error=.01, step=.08, curve=False), '#ffd6cb',
             fill_opacity='.85'),
        transform='translate(%s)rotate(%s)scale(%s)' % (
            geometry.numbers((x, y)), geometry.number(turn), geometry.numbers((rx, ry))))


def red_cell_gradients():
    """In user space around a unit circle: librsvg 2.54 misplaces a gradient that is given as a
    share of the bounding box when its element is turned."""
    return [radial('red-cell', (-.22, -.34), 1.5, (0, '#f58d7d', 1), (.45, '#d9443d', 1),
                   (1, '#8d1a1c', 1)),
            radial('red-dimple', (.14, .2), .75, (0, '#e2605a', 1), (.6, '#b32a2a', 1),
                   (1, '#8a1719', 1))]


def capillary(sheet, name, points, outer, inner, nuclei, discs):
    """A vessel cut lengthwise: wall, lumen lit from above, lining cells, red cells. `nuclei` are
    (place along the line, +1 or -1 for the side), `discs` (place, offset, rx, ry, turn)."""
    grid = sheet.grid
    line = geometry.resample(geometry.line(points, 14), 1.)
    side = geometry.normals(line)
    keep = list(range(0, len(line), 5)) + [len(line) - 1]

    def tube(part, radius):
        rails = [tuple(p) for p in (line + side * radius)[keep]]
        rails += [tuple(p) for p in (line - side * radius)[keep][::-1]]
        return sheet.shape(part, rails, (0, len(keep) - 1, len(keep), 2 * len(keep) - 1))
    wall, lumen = tube(name + '-wall', outer), tube(name + '-lumen', inner)
    height = grid.inflate(wall.mask, 'TRL') * .9
    tone = grid.shade(height, wall.mask, 2, soft=.6)
    out = [cast_shadow(sheet, wall.mask, 1.5, 3., 2.2, .26, '#8a4a3c', 16),
           path(geometry.outline(wall.segments, .2, .4), '#6f2a3c'),
           sheet.clipped(wall, *sheet.bands(wall, tone, colour.VESSEL_WALL, 8, smooth=.8))]
    nearest = _nearest(grid, line)
    offset = ((grid.x - line[nearest, 0]) * side[nearest, 0]
              + (grid.y - line[nearest, 1]) * side[nearest, 1])
    upper = 1 if side[len(line) // 2][1] < 0 else -1
    offset *= upper
    tone = np.clip(.78 - .42 * np.clip(offset / inner + .15, 0, 1.2) ** 1.3
                   - .16 * np.clip(-offset / inner - .55, 0, 1), 0, 1)
    out.append(sheet.clipped(lumen, *sheet.bands(lumen, tone, colour.LUMEN, 10, .15, .85,
                                                  smooth=.8),
                             *[red_cell(*(line[at] + side[at] * off), rx, ry, turn)
                               for at, off, rx, ry, turn in discs]))
    for number, (at, which) in enumerate(nuclei):
        out.append(_wall_cell(sheet, '%s-cell%d' % (name, number), line, side * which, at, outer,
                              inner))
    return group(*out, id=name)


def _nearest(grid, line):
    where = np.column_stack([grid.x.ravel(), grid.y.ravel()])
    return cKDTree(line).query(where)[1].reshape(grid.x.shape)


def _wall_cell(sheet, name, line, side, at, outer, inner, reach=15):
    """A thin plate along the wall that bulges where its nucleus lies."""
    i0, i1 = max(0, at - reach), min(len(line) - 1, at + reach)
    index = np.arange(i0, i1 + 1)
    t = np.linspace(-1, 1, len(index))
    bulge = min(2.5, inner * .34)
    outside = line[index] + side[index] * (outer + .25)
    within = line[index] + side[index] * (inner + .25 - bulge * np.exp(-(t / .3) ** 2))[:, None]
    middle = line[index] + side[index] * ((outer + inner) / 2)
    thin = np.clip((1 - np.abs(t)) * 6, 0, 1)[:, None]
    within, outside = middle + (within - middle) * thin, middle + (outside - middle) * thin
    step = max(1, len(index) // 12)
    shape = sheet.shape(name, [tuple(p) for p in outside[::step]]
                        + [tuple(p) for p in within[::-1][::step]])
    heading = line[min(at + 1, len(line) - 1)] - line[max(at - 1, 0)]
    turn = math.degrees(math.atan2(heading[1], heading[0]))
    centre = line[at] + side[at] * ((outer + inner - bulge) / 2 + .1)
    return group(membrane(sheet, shape, colour.VESSEL_WALL, '#6f2a3c', (), .8, 3., 8, True, 1.),
                 nucleus(sheet, name + '-nucleus', centre, 3.2, bulge * .5, turn, colour.VESSEL_NUCLEUS,
                         '#4c1830', ((.8, .1, .42),)))
