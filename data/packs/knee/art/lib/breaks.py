# SPDX-License-Identifier: GPL-3.0-or-later
"""A broken shin bone just below the knee, in section, and what its gap fills with.

1 unit = 1 mm, in the frame of lib/section.py. `Shin` takes the knee's bones from there, breaks the
shin bone through the shaft and knows the region around the break; its methods each draw one layer:
the two pieces, blood and clot, soft and hard callus, the bone once it is shaped again, or the
rounded, closed ends of a break that did not heal with the scar between them.

The outer half of a callus lies under the pieces and shows beside the bone and in the gap; the inner
half lies over them and fills the marrow canal: so the old wall stays visible in the new bone.
"""

import numpy as np

from . import bones, colour, geometry, section, tissues
from .certainty import KNOWN
from .relief import Grid
from .svg import Element, group, path

SHIN_BOX = (-66, -80, 46, 160)   # what is worked out: the shaft is cut outside it
SHAFT = [(6.6, 124), (6.4, 172), (-20, 172), (-21, 124)]  # goes on below section.TIBIA's end
BREAK = [(-40, 70), (-27.5, 69.2), (-26.2, 70.4), (-24.6, 68.4), (-23.4, 69), (-20.9, 66.2),
         (-19.6, 68.6), (-18.5, 67.4), (-16.6, 71.8), (-14.7, 67), (-12.9, 65.9), (-11.8, 66.9),
         (-8.9, 63.4), (-7.8, 65.3), (-6.4, 64.6), (-4.4, 61), (-2.5, 63.7), (.2, 60.2),
         (1.3, 61.6), (4.4, 58.9), (5.6, 62.4), (7, 60.3), (9.4, 59.4), (22, 57.6)]
COURSE = [(-40, 71), (-10, 65.4), (22, 57.6)]  # the same without its teeth
APART = (3.4, 2.2)          # how far the lower piece is pushed off by the blow
DRAWN_BACK = 2.5            # how far an end that does not heal has drawn back
SET = (0, 1.7)              # where it lies once it is set: in line, a narrow gap left
EDGE = '#3d2b22'

BLOOD = colour.even_ramp('#3a0a12', '#641119', '#8a1f23', '#ac3931', '#c9604f')
SOFT = colour.even_ramp('#54697a', '#7f9bab', '#a8c1cb', '#c6d8da', '#dfe9e4', '#f6f8f0')
SCAR = colour.even_ramp('#5f3a42', '#8c5f68', '#b58b8f', '#d0acab', '#e4cbc6', '#f7ebe6')
DENSE = colour.ramp((0, '#8d6f4e'), (.3, '#c3a47a'), (.55, '#e6d2a9'), (.78, '#f6ebd0'),
                    (1, '#fffdf6'))
WOVEN = colour.ramp((0, '#7a5a3c'), (.25, '#b48f62'), (.5, '#dcbc88'), (.75, '#f0d9ac'),
                    (1, '#fff3d4'))


class Shin:
    """The shin bone and its break; `context ()` draws the rest of the knee, `over ()` what lies on
    the shin bone. Sides are -1 above the break and +1 below it."""

    def __init__(self, defs):
        self.defs = defs
        self.section = section.Section(defs, SHIN_BOX)
        self.sheet = self.section.sheet
        fluid = self.section.fluid()
        femur, _, patella, spongy, streaming = self.section.bones()
        marrow = spongy.children
        # The shin bone of the section ends too soon: a longer one takes its place.
        defs[:] = [item for item in defs if item.attributes.get('id') != 'tibia-pores']
        self.bone = self._bone('shin', self._landmarks({}), 0.)
        drawn = self.bone.body()
        drawn.attributes.pop('id')
        defs.append(group(drawn, *self.bone.marrow('url(#marrow)', 'url(#marrow-dark)'),
                          id='shin-whole'))
        self._above = (fluid, group(femur, *marrow[0:3], id='femur'),
                       group(patella, *marrow[6:9], id='patella'), streaming)
        for piece in (femur, patella):
            piece.attributes.pop('id')
        self.grid = Grid((-46, 28, 34, 108), self.bone.fine.step)
        self._measure()

    def _measure(self):
        """Fields around the break: how far beyond its line (`past`: without its teeth), how deep in
        the bone, how far within its shell."""
        line = np.array(BREAK)
        self.beyond = self.grid.y - np.interp(self.grid.x, line[:, 0], line[:, 1])
        mask = self.grid.mask(geometry.sample(self.bone.shape.segments, 24))
        self.depth = self.grid.blur(self.grid.depth(mask) - self.grid.distance(mask), .35)
        course = np.array(COURSE)
        self.past = self.grid.y - np.interp(self.grid.x, course[:, 0], course[:, 1])
        self.inside = self.sheet.grid.onto(self.grid, self.bone.inside)

    def _landmarks(self, wider):
        """The shin bone's outline, longer than in lib/section.py, some points moved in x."""
        points = [(x + wider.get((x, y), 0), y) for x, y in section.TIBIA]
        end = points.index(SHAFT[0])
        return points[:end] + SHAFT + points[end + 2:]

    def _bone(self, name, points, healed):
        """The shin bone as lib/section.py has it; `healed` (a field or 0) makes it denser."""
        grid = self.sheet.grid
        x, y = grid.x, grid.y
        surface = geometry.sample(geometry.spline(section.TIBIA_CARTILAGE), 10)
        plate = np.clip(1.6 - grid.distance(grid.mask(surface)) / 4, 0, 1)
        corner = next(i for i, point in enumerate(points) if point[1] > 160)
        return bones.CutBone(
            self.sheet, name, points, (corner, corner + 1),
            1.3 + 1.1 * plate + 3.6 * np.clip((y - 31) / 40, 0, 1) + .9 * healed,
            np.clip(1.6 + .032 * np.maximum(0, y - 5), 1.6, 3.2),
            .64 - .1 * np.clip((y - 5) / 36, 0, 1) + .06 * healed, 4,
            lambda v: np.where(v > 37, 2.1, 1.6),
            np.where(y > 41, (y - 57) / 6, -5.) - (np.abs(x + 9) / 8.5) ** 2 * 1.2 - 5.4 * healed)

    # ------------------------------------------------------------------ the knee around it

    def context(self):
        """From the back: deep muscles of the calf, the joint with its fluid, thigh bone, kneecap,
        tendon, menisci. Not the shin bone."""
        sheet, parts = self.sheet, self.section
        fluid, femur, patella, streaming = self._above
        _, calf = tissues.muscle(
            sheet, 'deep-calf',
            [(18, 22), (9, 40), (5.4, 56), (3.6, 78), (2.4, 110), (1.6, 172)],
            [(25, 20), (29.4, 34), (32.6, 54), (33.6, 78), (32.2, 112), (29, 172)], 30,
            (0, 5, 6, 11), 'B')
        _, popliteus = tissues.muscle(
            sheet, 'popliteus', [(27, 10), (19, 20), (13, 31), (8.6, 45), (4.6, 62)],
            [(31, 10), (32, 24), (28.4, 39), (21.4, 54), (10.6, 68)], 14, ())
        pad = sheet.shape('fat-pad-outline', section.FAT_PAD)
        capsule, quadriceps, patellar = parts.tendons()
        menisci, cartilage = parts.cartilage_and_menisci()
        self._tibial_surface = cartilage.children.pop(1)
        edge = parts.cavity.d
        return [group(calf, popliteus, id='muscle'),
                tissues.fat(sheet, pad, 2.6, name='fat-pad'),
                path(edge, '#a8626a', stroke='#7d3f48', stroke_width='3.2'),
                path(edge, 'none', stroke='#e3aeac', stroke_width='2.2'),
                *fluid, capsule, quadriceps, patellar, femur, patella,
                group(*streaming.children[:4]), menisci, cartilage]

    def over(self):
        """What lies on the shin bone: its cartilage, the fibres of the tendon. After context ()."""
        return [group(*self._above[3].children[4:]), group(self._tibial_surface, id='surface')]

    def skin(self, name, side, torn=1.):
        """The skin of the bone (periosteum) along one piece, torn so far from the break: side -1
        above it, +1 below."""
        ring = .5 - np.abs(self.depth + .3)
        torn = side * self.beyond - torn - .5 * self.grid.noise(2., np.random.RandomState(8))
        field = np.minimum(ring, torn)
        return group(path(self.grid.contours(field, 0, .08, 1, .2), '#9c5d60'),
                     path(self.grid.contours(field, .2, .08, .6, .2), '#e3b0a8'), id=name)

    # ------------------------------------------------------------------ the bone

    def whole(self):
        return Element('use', href='#shin-whole')

    def _clip(self, name, d):
        self.defs.append(Element('clipPath', path(d), id='clip-' + name))
        return 'url(#clip-%s)' % name

    def strip(self, name, top, bottom, *children):
        """Children between two heights only. Clipped as one picture (that is what the opacity is
        for), or a faint line would show where they meet the same bone below them."""
        return group(*children, opacity='.99', clip_path=self._clip(name, 'M-60 %sH60V%sH-60z' % (
            geometry.number(top), geometry.number(bottom))))

    def piece(self, name, side):
        """A piece of the bone: side -1 above the break, +1 below. Its edge is raw: a dark line, and
        broken bone showing pale inside it."""
        far = -90 if side < 0 else 160
        edge = 'M-60 %dL%sL60 %dz' % (far, 'L'.join(map(geometry.numbers, BREAK)), far)
        raw = np.minimum(1.1 - np.abs(self.beyond), np.minimum(self.depth - .3, 2.4 - self.inside))
        return group(self.whole(),
                     path(self.grid.contours(raw, 0, .06, .5, .1), '#fffaf0', fill_opacity='.8'),
                     path(self.grid.contours(np.minimum(.42 - np.abs(self.beyond), self.depth + .3),
                                             0, .05, .3, .05), EDGE),
                     clip_path=self._clip(name, edge), id=name)

    # ------------------------------------------------------------------ what fills the gap

    def bulge(self, reach, thick, seed, rough=.5):
        """A field, positive within a spindle around the break: `reach` up and down the bone,
        `thick` beyond its wall in the middle."""
        random = np.random.RandomState(seed)
        noise = rough * (self.grid.noise(3.2, random) + .4 * self.grid.noise(1.3, random))
        share = np.clip(1 - (self.past - SET[1] / 2) ** 2 / reach ** 2, 0, 1)
        return np.minimum(self.depth + (thick + noise) * share ** 1.15 - .3 * (share == 0),
                          (reach * 1.02 - np.abs(self.past)) * .6)

    def plug(self, reach, seed, gap=2.2, rough=.8):
        """A field, positive in the marrow canal near the break and in the gap itself."""
        random = np.random.RandomState(seed)
        noise = rough * (self.grid.noise(2.8, random) + .2 * self.grid.noise(1., random))
        canal = np.minimum(self.inside - .1, reach - np.abs(self.past - SET[1] / 2) + noise * 1.2)
        wide = self.beyond
        cleft = np.minimum(np.minimum(wide + .05, gap - .35 - wide), self.depth - .2)
        return np.maximum(canal, cleft)

    def _traced(self, name, field, smallest=6.):
        sheet = _Fine(self.grid, self.sheet, self.defs)
        return sheet, sheet.traced(name, field, 0, .08, .3, smallest)

    def body(self, name, field, ramp, edge, bands=9, thickness=.7, extra=(), soft=.5, rim=.45,
             look=KNOWN):
        """A lit mass, traced from a field, with an even edge."""
        sheet, shape = self._traced(name, field)
        grid, cut = sheet.grid.window(shape.mask)
        height = grid.inflate(shape.mask[cut]) * thickness
        tone = np.zeros(shape.mask.shape)
        tone[cut] = grid.shade(height, shape.mask[cut], hollow_radius=2., soft=soft)
        layers = sheet.bands(shape, tone, look.ramp(ramp), bands, error=.14, smooth=.7,
                             smallest=1.6)
        return group(path(shape.d, look.ink(edge), stroke=look.ink(edge),
                          stroke_width=geometry.number(2 * rim), stroke_linejoin='round'),
                     sheet.clipped(shape, *layers, *extra))

    def strands(self, field, count, seed, length=(4, 9), width=(.12, .3), tilt=-.2):
        """Fine wavy threads inside a field, about level: fibrin, collagen."""
        random = np.random.RandomState(seed)
        rows, columns = np.nonzero(field > .7)
        out = ''
        for k in random.permutation(len(rows))[:count]:
            x, y = self.grid.x[rows[k], columns[k]], self.grid.y[rows[k], columns[k]]
            far, lean = random.uniform(*length) / 2, tilt + random.uniform(-.3, .3)
            wave = random.uniform(-.9, .9)
            out += geometry.tapered([(x - far, y - far * lean), (x - far * .3, y + wave),
                                     (x + far * .35, y - wave * .7), (x + far, y + far * lean)],
                                    random.uniform(*width), error=.08)
        return out

    def threads(self, field, count, seed, ink, opacity, length=(3, 8), tilt=-.1):
        """Fine threads in one ink; see strands ()."""
        return path(self.strands(field, count, seed, length, (.14, .34), tilt), ink,
                    fill_opacity=geometry.number(opacity))

    def clouds(self, field, seed, dark, light):
        """Soft mottling: patches a little darker or lighter than the rest."""
        patches = self.grid.noise(2.4, np.random.RandomState(seed))
        out = []
        for sign, ink in ((1, dark), (-1, light)):
            for level in (.55, .95, 1.35):
                spot = np.minimum(sign * patches - level, field - .5)
                out.append(path(self.grid.contours(spot, 0, .14, 1.2, .3), ink, fill_opacity='.3'))
        return [patch for patch in out if patch]

    def sponge(self, name, field, radius, strut, seed, light='#d98a6c', dark='#8f4638'):
        """Pores of young bone inside a field: small, crowded, filled with red marrow."""
        cells = bones.cellular_field(self.grid, np.full(self.grid.x.shape, radius),
                                     lambda v: np.full(v.shape, 1.1), seed, warp=.35, warp_size=1.2)
        pores = self.grid.blur(np.minimum(cells - strut, field - .9), .2)
        name += '-pores'
        self.defs.append(path(self.grid.contours(pores, 0, .12, .5, .2), id=name))
        return [Element('use', href='#' + name, fill='#fff7e6', transform='translate(.18 .22)'),
                Element('use', href='#' + name, fill=dark),
                path(self.grid.contours(pores, .3, .12, .5, .2), light,
                     transform='translate(.12 .15)')]

    def beside(self, field):
        """The field where it shows beside the bone, not under it."""
        return np.minimum(field, 1.2 - self.depth)

    # ------------------------------------------------------------------ how it ends

    def shaped(self):
        """The bone once it is shaped again: a wall a little thicker than before, some struts left
        in the canal where the break was. Only between two heights: beyond them it is as it was."""
        points = self._landmarks({(9.6, 53): .5, (7.6, 77): .3, (-24.8, 67): -1.5})
        points.insert(points.index((10.1, 53)) + 1, (9.7, 64))
        bone = self._bone('shaped-shin', points,
                          np.exp(-((self.sheet.grid.y - 65) / 8.) ** 2))
        drawn = bone.body()
        drawn.attributes.pop('id')
        mask = self.grid.mask(geometry.sample(bone.shape.segments, 24))
        depth = self.grid.blur(self.grid.depth(mask) - self.grid.distance(mask), .35)
        ring = .5 - np.abs(depth + .3)
        return self.strip('shaped', 40, 104,
                          path(self.grid.contours(ring, 0, .08, 1, .2), '#9c5d60'),
                          path(self.grid.contours(ring, .2, .08, .6, .2), '#e3b0a8'), drawn,
                          *bone.marrow('url(#marrow)', 'url(#marrow-dark)'))

    def end_field(self, side, back=DRAWN_BACK, flare=2.3):
        """A field, positive within the rounded end of a piece that did not heal: it has drawn back
        from the break and grown a little wider."""
        short = side * self.past - back
        noise = .3 * self.grid.noise(3., np.random.RandomState(20 + side))
        wide = self.depth + (flare + noise) * np.exp(-((short - 2.) / 7.) ** 2) - .05
        soft = 1.1
        return -soft * np.logaddexp(-wide / soft, -(short + noise) / soft)

    def blunt_piece(self, name, side):
        """A piece whose end is rounded, and closed by dense bone: it stopped trying to heal."""
        field = self.end_field(side)
        rest = (-90, 42) if side < 0 else (88, 160)
        short = side * self.past - DRAWN_BACK
        noise = self.grid.noise(2.2, np.random.RandomState(40 + side))
        near = np.minimum(field, 25 - short)
        dense = [path(self.grid.contours(np.minimum(
            np.minimum(4.6 + .5 * noise - .62 * k - short, self.depth + .2), field + .3),
            0, .1, .8, .3), '#f7eddb', fill_opacity='.42') for k in range(5)]
        old = np.minimum(field, self.depth)
        ring = np.minimum(.5 - np.abs(field + .35), short - 3 + noise)
        return group(
            self.strip(name + '-rest', *rest, self.whole()),
            path(self.grid.contours(ring, 0, .08, 1, .2), '#9c5d60'),
            path(self.grid.contours(ring, .2, .08, .6, .2), '#e3b0a8'),
            self.body(name + '-lip', near, DENSE, EDGE, 8, .45, rim=.34),
            group(self.whole(), *dense, opacity='.99',
                  clip_path=self._clip(name + '-near', self.grid.contours(old, .12, .07, 4, .3))),
            id=name)

    def scar(self, name):
        """Tough scar between two ends that did not join: strands, no bone, hardly a vessel."""
        middle = SET[1] / 2
        waist = 1.2 - .09 * (self.past - middle) ** 2
        field = np.minimum(self.depth + np.clip(waist, -3, 1.2),
                           6.4 - np.abs(self.past - middle)) + .2 * self.grid.noise(
                               2., np.random.RandomState(31))
        inner = np.minimum(field, 4.5 - np.abs(self.past - middle))
        return group(self.body(name + '-mass', field, SCAR, '#6f474b', 8, .6, rim=.35, extra=(
            path(self.strands(inner, 110, 32, (4, 11), (.2, .42), -.19), '#9a6f70',
                 fill_opacity='.6'),
            path(self.strands(inner, 80, 33, (4, 10), (.16, .36), -.19), '#fffaf6',
                 fill_opacity='.85'))), id=name)

    # ------------------------------------------------------------------ vessels

    def vessels(self, name, lines, width=1.1):
        """Small arteries with their branches: each a list of points and a share of the width. All
        edges first, then all bodies, then glints, so that branches join."""
        def tube(share, shift=0.):
            return ''.join(geometry.tapered([(x - shift, y - shift) for x, y in points],
                                            width * size * share, _tube, .05, 1.)
                           for points, size in lines)
        return group(path(tube(1.55), '#5a0f14'), path(tube(1.), '#c5332d'),
                     path(tube(.34, .12), '#ffb3a2', fill_opacity='.9'), id=name)


def _tube(t):
    """The width along a small vessel: full at its root, thin at its tip."""
    return np.clip(1.02 - .75 * t, .2, 1) * np.clip((1 - t) * 12, 0, 1) * np.clip(.3 + t * 9, 0, 1)


class _Fine(tissues.Sheet):
    """A sheet on a grid that is there already."""

    def __init__(self, grid, other, defs):
        self.grid, self.random, self.numpy_random, self.defs = (grid, other.random,
                                                                other.numpy_random, defs)


def describe_knee(diagram):
    """Names what lies around the shin bone."""
    diagram.part('femur', body=(0, -30))
    diagram.part('patella', body=(-50, -36))
    diagram.part('cartilage', body=(-4, -3.4))
    diagram.part('surface', body=(-6, .6))
    diagram.part('meniscus', body=(22.6, -1.2), front=(-23, -3.4))
    diagram.part('joint-fluid', body=(31.4, -20))
    diagram.part('joint-space', body=(-2, -1.4))
    diagram.part('fat-pad', body=(-38, -4))
    diagram.part('patellar-tendon', body=(-44, 6))
    diagram.part('quadriceps-tendon', body=(-51, -58))
    diagram.part('capsule', body=(33.6, -38))
    diagram.part('muscle', body=(22, 84), upper=(25, 24))
