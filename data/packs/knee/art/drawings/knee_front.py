# SPDX-License-Identifier: GPL-3.0-or-later
"""knee-front: the right knee from the front, layer by layer; its landmarks stand in lib/front.py.

1 unit = 1 mm, the outer side at the viewer's left. Layers from the back: the leg, fibula, the depth
of the joint, tibia, cruciate ligaments, femur, cartilage, menisci, side ligaments (all of which
stay in place), then what is taken away: the muscles of the outer and the inner side, which slide
apart; the rectus with its tendon, which slides up; the kneecap, which goes with it and comes back
for the bones; the skin in two halves. A layer goes in its step and all come back in `close`.
"""

import numpy as np

from lib import colour, geometry, scene, tissues
from lib import front
from lib.front import raised, ridged, sculpted
from lib.svg import Diagram, fade, gradient, group, move, path

NAME = 'knee-front'
VIEW = (-160, -104, 320, 180)
GROUND = '#eff4f9'

# ---------------------------------------------------------------------- timeline (seconds)

WHOLE = (-78, VIEW[1], 156, VIEW[3])

STEPS = {  # name: (begin, end, focus, camera)
    'skin': (0, 1.4, ('skin',), WHOLE),
    'muscles': (1.4, 3.6, ('outer-muscle', 'inner-muscle', 'middle-muscle'), WHOLE),
    'tendons': (3.6, 5.4, ('quadriceps-tendon', 'patella', 'patellar-tendon'), WHOLE),
    'ligaments': (5.4, 8, ('inner-ligament', 'outer-ligament'), (-66, -74, 132, 144)),
    'cruciates': (8, 10, ('front-cruciate', 'back-cruciate'), (-50, -58, 100, 90)),
    'menisci': (10, 11.8, ('meniscus-outer', 'meniscus-inner'), (-50, -58, 100, 90)),
    'bones': (11.8, 14.2, ('femur', 'patella', 'tibia', 'fibula'), WHOLE),
    'close': (14.2, 17.4, ('skin',), WHOLE),
}
PART_TIME = .8          # a layer's way
ASIDE, UP, SKIN_ASIDE = 16, 26, 22


def build():
    diagram = Diagram(
        'Right knee from the front, layer by layer',
        'A right knee seen from the front; its outer side is at the left. 1 unit = 1 mm. First the '
        'skin; it opens and shows the muscles, the tendons and the kneecap. These slide away and '
        'show the ligaments at both sides, the two that cross in the middle and the two menisci. '
        'At last only the bones are left: thigh bone, kneecap, shin bone and fibula. Then all '
        'layers close again.',
        VIEW, GROUND, 'mm', 'right', 20)
    knee = Knee(diagram.defs)
    diagram.body += [scene.ground(diagram.defs, VIEW, GROUND, (-4, -20), (150, 150)),
                     *knee.deep(), *knee.taken_away(), *knee.skin(),
                     *scene.edges(diagram.defs, VIEW, GROUND, top=19, bottom=19)]
    _describe(diagram)
    knee.deep_cover.check_anchors(diagram)
    knee.front_cover.check_anchors(diagram)
    return diagram


def comes_and_goes(leaves, back, way=None, lag=0.):
    """Children of a layer that fades away, moving `way`, and comes back for the end."""
    goes = STEPS[leaves][0] + .1 + lag
    out = [fade(1, 0, goes + .15, PART_TIME - .15), fade(0, 1, back, PART_TIME - .15)]
    if way:
        out += [move((0, 0), way, goes, PART_TIME), move(way, (0, 0), back, PART_TIME)]
    return out


FADE = ((0, 1), (.35, .55), (.7, .15), (1, 0))  # of a band's end: its paths lie on one another
CLOSING = STEPS['close'][0]
BACK = {'ligaments': CLOSING + .1, 'tendons': CLOSING + .5, 'muscles': CLOSING + .9,
        'skin': CLOSING + 1.8}


class Knee:
    """The layers in the making. Two covers: what is seen when the front is on, and when it is
    off."""

    def __init__(self, defs):
        self.defs = defs
        self.sheet = tissues.Sheet(front.FRONT_BOX, .4, 23, defs)
        self.grid = self.sheet.grid
        self.deep_cover = scene.Cover(front.FRONT_BOX)
        self.front_cover = scene.Cover(front.FRONT_BOX)
        self.shapes = {}

    def shape(self, name, points, corners=(), cover=None, part=None):
        shape = self.sheet.shape(name, points, corners)
        self.shapes[name] = shape
        if cover:
            cover.covers(part or name, shape)
        return shape

    # ------------------------------------------------------------------ the depth

    def deep(self):
        leg = self._pale_leg()
        fibula = self._fibula()
        depth = self._depth()
        tibia = self._tibia()
        cruciates = self._cruciates()
        plateau = self._plateau()
        femur = self._femur()
        cartilage = self._cartilage()
        menisci = self._menisci()
        sides = self._side_ligaments()
        cover = group(id='cartilage')
        cover.add(cartilage)
        return [leg, fibula, depth, tibia, cruciates, plateau, femur, cover, menisci, sides,
                *self._deep_veils()]

    def _pale_leg(self):
        """The leg round the bones, as pale as a memory of it."""
        shape = self.sheet.shape('leg', front.FRONT_SKIN, (0, 9, 10, 20))
        self.deep_cover.parts.append(('leg', self.deep_cover.eye.mask(
            geometry.sample(shape.segments, 10))))
        self.front_cover.parts.append(self.deep_cover.parts[-1])
        self.defs.append(gradient('leg-flesh', (-62, 0), (60, 0), (0, '#e6bda6', 1),
                                  (.1, '#f1d5c4', 1), (.35, '#f8e6db', 1), (.62, '#f6e1d5', 1),
                                  (.92, '#ecccb9', 1), (1, '#dcae95', 1)))
        return group(path(geometry.outline(shape.segments, .15, .3), '#c9957c'),
                     path(shape.d, 'url(#leg-flesh)'))

    def _bone(self, name, points, corners, thickness, features, open_sides, extra=(), wear=1.22):
        shape = self.shape(name, points, corners, self.deep_cover)
        return sculpted(self.sheet, shape, front.BONE_SURFACE, front.BONE_RIM, thickness, features,
                        open_sides, wear, extra=extra, name=name, error=.16)

    def _fibula(self):
        grid = self.grid
        features = (2 * raised(grid, -41, 20, 5, 6)
                    - 1.2 * ridged(grid, [(-34, 50), (-34, 90), (-34, 134)], 2))
        # What the tibia throws on it.
        tibia = grid.mask(geometry.sample(geometry.spline(front.FRONT_TIBIA, corners=(9, 10)), 10))
        drawn = self._bone('fibula', front.FRONT_FIBULA, (9, 10), .8, features, 'B')
        drawn.add(tissues.cast_shadow(self.sheet, tibia, -2, 2.2, 2, .45, '#5c3a20', 10,
                                      self.shapes['fibula']))
        return drawn

    def _depth(self):
        """Behind the notch: the back of the joint, in the dark."""
        grid = self.grid
        shape = self.shape('joint-space', front.NOTCH, (), self.deep_cover)
        tone = np.clip(.2 + .3 * raised(grid, 0, -14, 6, 8), 0, .6)
        return group(self.sheet.clipped(shape, *self.sheet.bands(
            shape, tone, front.JOINT_DEPTH, 16, .12, .6, smallest=1.)), id='joint-space')

    def _tibia(self):
        grid, sheet = self.grid, self.sheet
        x, y = front.TUBEROSITY
        crest = ridged(grid, [(-4, 40), (-1, 64), (2, 96), (4, 140)], 4.4, False)
        features = (5 * raised(grid, x, y, 6, 8) + 2.6 * crest * np.clip((grid.y - 36) / 12, 0, 1)
                    + 2.4 * raised(grid, -24, 17, 5, 4.4) - 1.8 * raised(grid, -15, 29, 5, 11)
                    - 2. * raised(grid, 11, 27, 7, 11)
                    + 2. * ridged(grid, [(-37, 7), (-19, 7), (0, 8), (19, 6.6), (38, 6.6)], 3.2,
                                  False)
                    - 1.4 * ridged(grid, [(-37, 14), (-19, 15), (0, 16), (19, 15), (38, 14)], 3,
                                   False))
        shaft = ([(-14, 44), (-13, 76), (-12, 134)], [(16, 44), (13, 76), (12, 134)])
        extra = (front.streaks(sheet, shaft, (.15, .4), 10, '#7a5a3c', '.16'),
                 front.streaks(sheet, shaft, (.15, .4), 10, '#fffdf6', '.35'))
        return self._bone('tibia', front.FRONT_TIBIA, (9, 10), .66, features, 'B', extra)

    def _femur(self):
        grid, sheet = self.grid, self.sheet
        features = (-5.2 * ridged(grid, [(-2.4, -47.6), (-2, -42), (0, -31), (0, -22)], 4.8)
                    + 4. * ridged(grid, [(-15, -54), (-17.6, -40), (-19.4, -25), (-21, -10)], 4.8)
                    + 3.6 * ridged(grid, [(12, -50), (15.6, -36), (18.4, -22), (21, -10)], 4.8)
                    + 2.8 * raised(grid, -22.6, -13, 9, 8) + 2.8 * raised(grid, 23.6, -13, 10, 8)
                    + 2.5 * raised(grid, -36, -31, 3.6, 6) + 3. * raised(grid, 36.6, -33.4, 4.2, 6)
                    - 2.6 * ridged(grid, [(-35, -19), (-30.4, -31), (-26, -45)], 3)
                    - 1.5 * ridged(grid, [(35.6, -21), (29.4, -33), (25, -42)], 3.4)
                    - 1.2 * raised(grid, -4, -64, 13, 9))
        shaft = ([(-22, -134), (-22, -100), (-24, -74)], [(3, -134), (8, -100), (15, -76)])
        extra = (front.streaks(sheet, shaft, (.15, .4), 12, '#7a5a3c', '.16'),
                 front.streaks(sheet, shaft, (.15, .4), 12, '#fffdf6', '.35'))
        self.femur_features = features
        return self._bone('femur', front.FRONT_FEMUR, (0, len(front.FRONT_FEMUR) - 1), .66,
                          features, 'T', extra)

    def _cartilage(self):
        """The cap of the femur, glossy: the relief of the bone below with a lip of its own."""
        grid, sheet = self.grid, self.sheet
        shape = self.shape('femur-cartilage', front.FRONT_CARTILAGE, (), self.deep_cover,
                           'cartilage')
        femur = self.shapes['femur']
        height = (grid.inflate(femur.mask, 'T') * .66
                  + self.femur_features * np.clip(grid.inflate(femur.mask, 'T') * .22, 0, 1))
        bone = grid.blur(grid.extend(height, femur.mask), .8)
        lip = 1.6 * np.clip(grid.depth(shape.mask) / 2.2, 0, 1) ** .6
        relief = .55 * bone + lip + .28 * grid.inflate(shape.mask)
        tone = grid.shade(relief, shape.mask, hollow_radius=3, bounce=.2)
        tone = grid.blur(grid.extend(tone, shape.mask), .9)
        lips = ''.join(geometry.tapered(points, .5) for points in (
            [(-36.4, -18.8), (-33, -22.8), (-29.4, -29.8), (-25.6, -40), (-22, -48.4),
             (-16.9, -53.8), (-9.8, -49.4), (-2, -45.2)],
            [(-2, -45.2), (5.6, -47), (13.3, -47.4), (20.1, -41.4), (25, -34.4), (29.8, -26.8),
             (34.4, -20.8)]))
        glints = ''.join(geometry.tapered(points, width) for points, width in (
            ([(-32.6, -13.4), (-31, -18.4), (-27.4, -23.4)], 2.3),
            ([(15.2, -16), (17.6, -21.4), (22, -25.8)], 1.9),
            ([(-23.6, -41), (-27, -32), (-30.6, -25)], .9)))
        return group(
            tissues.cast_shadow(sheet, shape.mask, .6, .9, 1.4, .4, '#5c3a20', 10, femur),
            path(geometry.outline(shape.segments, .15, .55), '#2f4f63'),
            sheet.clipped(shape, *sheet.bands(shape, tone, colour.CARTILAGE, 14, error=.16,
                                              smallest=6.),
                          path(lips, '#ffffff', fill_opacity='.6'),
                          path(glints, '#ffffff', fill_opacity='.5')))

    def _plateau(self):
        """What the joint throws on the tibia, and the tibia's cartilage."""
        above = np.zeros(self.grid.x.shape, bool)
        for points in (front.FRONT_CARTILAGE, front.FRONT_MENISCUS_OUTER,
                       front.FRONT_MENISCUS_INNER):
            above |= self.grid.mask(geometry.sample(geometry.spline(points), 10))
        out = group(tissues.cast_shadow(self.sheet, above, .8, 4, 2.2, .42, '#5c3a20', 12,
                                        self.shapes['tibia']), id='plateau-cartilage')
        for name, points in (('plateau-outer', front.PLATEAU_OUTER),
                             ('plateau-inner', front.PLATEAU_INNER)):
            shape = self.shape(name, points, (), self.deep_cover, 'plateau-cartilage')
            out.add(tissues.solid(self.sheet, shape, colour.CARTILAGE, '#2f4f63', .9, error=.08))
        return out

    def _menisci(self):
        out = group(id='menisci')
        for name, points, side in (('meniscus-outer', front.FRONT_MENISCUS_OUTER, -1),
                                   ('meniscus-inner', front.FRONT_MENISCUS_INNER, 1)):
            shape = self.shape(name + '-body', points, (), self.deep_cover, name)
            lines = ''.join(geometry.tapered(
                [(side * 38, -5.8 + k * 1.8), (side * 28, -4.4 + k * 1.2),
                 (side * 18, -4.2 + k * 1.1), (side * 9, -2.8 + k)], .3) for k in range(3))
            out.add(group(tissues.solid(self.sheet, shape, colour.MENISCUS, '#1f3347', 1., bands=10,
                                        thick=.42, error=.08,
                                        extra=[path(lines, '#e8f3fa', fill_opacity='.5')]),
                          id=name))
        out.add(*self._away('bones', 'ligaments'))
        out.attributes.pop('id')
        return out

    def _away(self, step, layer, way=None, lag=0.):
        return comes_and_goes(step, BACK[layer], way, lag)

    # ------------------------------------------------------------------ bands

    def _band(self, name, count, cover, part=None, open_sides='', thickness=.6, round_ends=False,
              box=None, span=(.5, 1.), ramp=colour.TENDON, edge='#5d4f45', bands=10):
        """A ligament or tendon: body with fibres. `round_ends`: no corners where it is attached."""
        left, right = tissues.band_rails(*front.FRONT_BANDS[name])
        points = [tuple(p) for p in left] + [tuple(p) for p in right[::-1]]
        corners = () if round_ends else (0, len(left) - 1, len(left), len(points) - 1)
        shape = self.shape(name, points, corners, cover, part or name)
        strands = (path(tissues.fibres(self.sheet, left, right, count, (.15, .4), span), '#7d6a58',
                        fill_opacity='.45'),
                   path(tissues.fibres(self.sheet, left, right, count, (.15, .4), span), '#fffdfa',
                        fill_opacity='.7'))
        return shape, tissues.solid(self.sheet, shape, ramp, edge, thickness, .08, .36, bands,
                                    open_sides, strands, hollow_radius=2, soft=.5, smallest=.6)

    def _cruciates(self):
        """They cross in the notch: the one from the outer condyle runs in front."""
        out = group()
        for name, part in (('pcl', 'back-cruciate'), ('acl', 'front-cruciate')):
            shape, body = self._band(name, 11, self.deep_cover, part)
            piece = group(id=part)
            if name == 'acl':
                piece.add(tissues.cast_shadow(self.sheet, shape.mask, 1.4, 1.4, 1.1, .5, '#2a1a16',
                                              10, self.shapes['pcl']))
            piece.add(body)
            if name == 'acl':
                front.fading_ends(self.defs, 'acl-end', body, (1, -2), (1, 3), *FADE)
                piece.add(*front.frayed(self.sheet, ((-4, 2), (6, 1.6)), (.1, 1), 13, (1.5, 4),
                                        (-.6, 1.6)))
            out.add(piece)
        return out.add(*self._away('bones', 'ligaments'))

    def _side_ligaments(self):
        grid, sheet = self.grid, self.sheet
        bones = [self.shapes[name] for name in ('femur', 'tibia')]
        inner, inner_body = self._band('mcl', 15, self.deep_cover, 'inner-ligament',
                                       round_ends=True)
        outer, outer_body = self._band('lcl', 8, self.deep_cover, 'outer-ligament',
                                       round_ends=True)
        front.fading_ends(self.defs, 'mcl-ends', inner_body, (39, -36), (20, 61),
                          (0, 0), (.04, .15), (.09, 1), (.84, 1), (.93, .3), (1, 0))
        front.fading_ends(self.defs, 'lcl-ends', outer_body, (-41, -33), (-41, 23.6),
                          (0, 0), (.07, .15), (.16, 1), (.82, 1), (.92, .3), (1, 0))
        inner_part = group(
            *[tissues.cast_shadow(sheet, inner.mask, -1.3, 1.6, 1.5, .38, '#5c3a20', 10, bone)
              for bone in bones],
            inner_body,
            *front.frayed(sheet, ((34.6, -33), (41.6, -33)), (-.12, -1), 16, (3, 9), (-1, 4)),
            *front.frayed(sheet, ((15.6, 54), (24.2, 56.8)), (-.32, 1), 18, (5, 12), (-2, 5)),
            id='inner-ligament')
        outer_part = group(
            tissues.cast_shadow(sheet, outer.mask, 1.3, 1.6, 1.3, .38, '#5c3a20', 10, bones[0]),
            outer_body,
            *front.frayed(sheet, ((-40.6, -30), (-36.2, -30)), (.1, -1), 11, (3, 8), (-1, 3)),
            *front.frayed(sheet, ((-46, 20), (-42, 20)), (-.05, 1), 11, (3, 8), (-1, 3)),
            id='outer-ligament')
        return group(inner_part, outer_part, *self._away('bones', 'ligaments'))

    def _deep_veils(self):
        cover = self.deep_cover
        leg = cover.mask('leg')
        x, y = cover.eye.x, cover.eye.y
        # At their ends the ligaments fade into the bone.
        firm = (y > -32) & (y < np.where(x < 0, 19, 54))
        return cover.veils(leg, GROUND, STEPS, {
            'ligaments': (cover.visible('inner-ligament', 'outer-ligament') & firm, .36),
            'cruciates': (cover.visible('front-cruciate', 'back-cruciate', 'joint-space')
                          & (y < 1.2), .5),
            'menisci': (cover.visible('meniscus-outer', 'meniscus-inner'), .56),
        })

    # ------------------------------------------------------------------ muscles, tendons, kneecap

    def _muscle(self, name, points, corners, rails, count, part=None, features=None,
                open_sides='', pale=()):
        """A belly with striae along its rails; `pale` are roots and direction of tendon fibres
        that run into it."""
        shape = self.shape(name, points, corners, self.front_cover, part or name)
        sheet = self.sheet
        extra = [path(tissues.fibres(sheet, *rails, count, (.35, .9), (.3, .8)), '#6f1f1e',
                      fill_opacity='.34'),
                 path(tissues.fibres(sheet, *rails, count, (.2, .5), (.3, .8)), '#f3bcae',
                      fill_opacity='.5')]
        for roots, heading, number, lengths in pale:
            extra += tissues.insertion(sheet, roots, heading, number, lengths, .08)
        return sculpted(sheet, shape, colour.MUSCLE, '#5c1d1b', .55, features, open_sides, 1.06, 10,
                        .15, .5, 3., .8, .2, extra=extra, name=part)

    def _sheet_of_fibre(self, name, points, rails, count, features, low):
        """A retinaculum: a thin tough sheet over the joint, its form that of what lies below."""
        shape = self.shape(name, points, (), self.front_cover)
        sheet = self.sheet
        extra = []
        for pair in rails:
            extra += [path(tissues.fibres(sheet, *pair, count, (.2, .5), (.4, .9)), '#8a7263',
                           fill_opacity='.34'),
                      path(tissues.fibres(sheet, *pair, count, (.2, .5), (.4, .9)), '#fffdf9',
                           fill_opacity='.6')]
        drawn = sculpted(sheet, shape, front.SHEET_OF_FIBRE, '#7a6257', .2, features, '', 1., 10,
                         .1, .35, 4., .9, .2, extra=extra, name=name, inside=1.)
        return front.fading_ends(self.defs, name + '-end', drawn, (0, low - 20), (0, low), *FADE)

    def taken_away(self):
        outer = self._outer_side()
        inner = self._inner_side()
        tendons, patella, over = self._middle()
        way = {'outer': (-ASIDE, 0), 'inner': (ASIDE, 0), 'up': (0, -UP)}
        outer.add(*self._away('ligaments', 'muscles', way['outer']))
        inner.add(*self._away('ligaments', 'muscles', way['inner']))
        for layer in (tendons, over):
            layer.add(*self._away('ligaments', 'tendons', way['up'], .25))
        begin, bones = STEPS['ligaments'][0] + .35, STEPS['bones'][0]
        patella.add(fade(1, 0, begin + .15, PART_TIME - .15),
                    move((0, 0), way['up'], begin, PART_TIME),
                    fade(0, 1, bones + .5, PART_TIME),
                    move((0, -10), (0, 0), bones + .5, PART_TIME))
        cover = self.front_cover
        bright = cover.visible('quadriceps-tendon', 'patella', 'patellar-tendon')
        x, y = cover.eye.x, cover.eye.y  # at its end the tendon fades into the bone
        bright &= (y < 27) | (((x + 3.7) / 8) ** 2 + ((y - 27) / 9) ** 2 < 1)
        veil = scene.Cover.veils(cover, cover.mask('leg'), GROUND, STEPS, {'tendons': (bright, .6)})
        return [outer, inner, tendons, patella, over, *veil]

    def _outer_side(self):
        grid = self.grid
        calf = self._muscle('outer-calf', front.CALF_OUTER, (5, 6),
                            ([(-51, 30), (-57, 60), (-58, 88)], [(-47, 30), (-46, 60), (-46, 88)]),
                            8, open_sides='B', part='outer-calf')
        peroneus = self._muscle(
            'outer-leg-muscle', front.PERONEUS, (6, 7),
            ([(-44, 17), (-51, 44), (-54, 88)], [(-38, 18), (-31, 44), (-33, 88)]),
            16, open_sides='B', part='outer-leg-muscle',
            pale=[([(-45, 18.6), (-37, 20)], (-.6, 6), 20, (3, 12))])
        shin = self._muscle(
            'shin-muscle', front.SHIN_MUSCLE, (5, 6),
            ([(-26, 16), (-36, 42), (-37, 88)], [(-17, 18), (-7, 46), (.6, 88)]),
            22, open_sides='B', part='shin-muscle',
            pale=[([(-26, 21), (-16, 22)], (-.4, 6), 22, (3, 12))])
        condyle = (2.2 * raised(grid, -28, -22, 9, 16) + 1.4 * raised(grid, -14, 0, 5, 10)
                   + 1.6 * raised(grid, -26, 15, 8, 6))
        strap = self._sheet_of_fibre(
            'outer-retinaculum', front.RETINACULUM_OUTER,
            [([(-44, -58), (-30, -56), (-16, -50)], [(-41, -14), (-28, -20), (-14, -24)]),
             ([(-34, -60), (-24, -30), (-11, 22)], [(-44, -50), (-38, -8), (-24, 19)])],
            20, condyle, 27)
        band_shape, band = self._band('side-band', 14, self.front_cover, open_sides='T',
                                      thickness=.5)
        vastus = self._muscle(
            'outer-muscle', front.VASTUS_OUTER, (0, len(front.VASTUS_OUTER) - 1),
            ([(-26, -122), (-20, -98), (-13, -66)], [(-58, -114), (-47, -84), (-22, -59)]), 40,
            open_sides='T', part='outer-muscle',
            pale=[([(-38, -66.6), (-29, -60.8), (-20, -59.2)], (-3, -6), 38, (3, 11))])
        shadow = tissues.cast_shadow(self.sheet, self.shapes['outer-muscle'].mask, .8, 2.2, 1.6,
                                     .32, '#6b4436', 10, self.shapes['outer-retinaculum'])
        biceps = self._band('biceps-tendon', 9, self.front_cover, thickness=.5)[1]
        front.fading_ends(self.defs, 'biceps-end', biceps, (-45, 10), (-42.8, 19.6), *FADE)
        front.fading_ends(self.defs, 'side-band-end', band, (-31, 12), (-25.6, 20), *FADE)
        band.add(*front.frayed(self.sheet, ((-29, 19.4), (-23.6, 15.4)), (.6, .8), 13, (3, 9)))
        return group(calf, peroneus, shin, strap, shadow, group(biceps, id='biceps-tendon'),
                     group(band, id='side-band'), vastus)

    def _inner_side(self):
        grid = self.grid
        calf = self._muscle(
            'inner-calf', front.CALF_INNER, (6, 7),
            ([(46, 22), (56, 58), (57, 88)], [(34, 26), (26, 50), (20, 88)]),
            20, open_sides='B', part='inner-calf')
        soleus = self._muscle(
            'deep-calf', front.SOLEUS, (4, 5),
            ([(30, 34), (33, 60), (32, 88)], [(27, 38), (20, 62), (17, 88)]), 10,
            open_sides='B', part='deep-calf')
        condyle = (2.4 * raised(grid, 28, -22, 10, 16) + 1.4 * raised(grid, 13, 0, 5, 10)
                   + 1.4 * raised(grid, 26, 12, 10, 8))
        strap = self._sheet_of_fibre(
            'inner-retinaculum', front.RETINACULUM_INNER,
            [([(44, -54), (30, -48), (16, -46)], [(46, -12), (30, -18), (13, -24)]),
             ([(28, -48), (20, -26), (8, 26)], [(47, -44), (42, -6), (30, 28)])],
            20, condyle, 31)
        goose_shape, goose = self._band('goose-foot', 12, self.front_cover, open_sides='',
                                        thickness=.45)
        front.fading_ends(self.defs, 'goose-end', goose, (28, 45), (13.6, 56.6), *FADE)
        goose = group(goose, *front.frayed(self.sheet, ((9, 49.6), (18, 63)), (-1, .72), 20,
                                           (5, 14), (-3, 3)), id='goose-foot')
        tailor = self._muscle(
            'tailor-muscle', front.TAILOR, (0, len(front.TAILOR) - 1),
            ([(49, -118), (47, -74), (43.6, -30), (44, 0)], [(58, -118), (54.4, -74), (51, -30),
                                                            (46, 0)]),
            10, open_sides='T', part='tailor-muscle',
            pale=[([(43.6, -3), (46.2, 0), (49, -5)], (.4, -7), 16, (5, 16))])
        vastus = self._muscle(
            'inner-muscle', front.VASTUS_INNER, (0, len(front.VASTUS_INNER) - 1),
            ([(9, -120), (8, -100), (11, -74)], [(62, -96), (45, -62), (21.6, -40)]), 42,
            open_sides='T', part='inner-muscle',
            pale=[([(17, -52), (22.6, -41), (28, -38.2)], (5, -5.4), 30, (3, 10))])
        shadow = tissues.cast_shadow(self.sheet, self.shapes['inner-muscle'].mask, .8, 2.2, 1.6,
                                     .32, '#6b4436', 10, self.shapes['inner-retinaculum'])
        return group(calf, soleus, strap, shadow, goose, tailor, vastus)

    def _middle(self):
        """Rectus, its tendon, the kneecap, the tendon below; and the fibres that pass over it."""
        sheet, grid = self.sheet, self.grid
        quadriceps, upper = self._band('quadriceps-tendon', 30, self.front_cover, open_sides='T',
                                       thickness=.32)
        rectus = self._muscle(
            'middle-muscle', front.RECTUS, (0, len(front.RECTUS) - 1),
            ([(-26, -118), (-18, -102), (-10, -84)], [(2, -118), (-2, -102), (-7, -84)]), 16,
            open_sides='T', part='middle-muscle',
            pale=[([(-16, -101), (-8.6, -87.6), (-2.8, -100)], (-1, -7), 30, (4, 14))])
        patellar, lower = self._band('patellar-tendon', 30, self.front_cover, thickness=.32)
        patella_shape = self.shape('patella', front.FRONT_PATELLA, (), self.front_cover)
        features = (-1.2 * raised(grid, -1.5, -35, 7, 7)
                    + 1.1 * ridged(grid, [(-13, -47.6), (0, -49), (13, -47)], 2.8))
        grooves = ([(-14, -50), (-11, -36), (-6, -20)], [(14, -50), (11, -36), (6, -20)])
        patella = sculpted(sheet, patella_shape, front.BONE_SURFACE, front.BONE_RIM, .8, features,
                           error=.16, name='patella',
                           extra=(front.streaks(sheet, grooves, (.15, .35), 9, '#7a5a3c', '.2'),
                                  front.streaks(sheet, grooves, (.15, .35), 9, '#fffdf6', '.4')))
        on_ground = tissues.cast_shadow(sheet, patella_shape.mask, 2, 3, 2.2, .36, '#3d2a22', 12)
        under = tissues.cast_shadow(sheet, patella_shape.mask, .5, 1.9, 1.4, .4, '#5c3a20', 10,
                                    patellar)
        beside = tissues.cast_shadow(sheet, patellar.mask & (grid.y < 32), 1.6, 1.4, 1.6, .26,
                                     '#6b4436', 10)
        front.fading_ends(self.defs, 'patellar-end', lower, (-3.5, 24), (-4.3, 37), *FADE)
        lower_part = group(lower, under,
                           *front.frayed(sheet, ((-11.6, 34), (3, 34)), (-.05, 1), 24, (4, 13),
                                         (-3, 4)), id='patellar-tendon')
        tendons = group(beside, lower_part, group(upper, id='quadriceps-tendon'), rectus)
        return tendons, group(on_ground, patella), group(*self._streaming())

    def _streaming(self):
        """Fibres of both tendons that run over the rims of the kneecap."""
        rng, tufts = self.sheet.random, ['', '']
        for k in range(32):
            u = (k + .5) / 32 * 2 - 1
            length, low = rng.uniform(5, 10), -13.4 - 8 * abs(u) ** 1.7
            tufts[k % 2] += geometry.tapered(
                [(u * 16, low - length), (u * 15, low - length * .35),
                 (u * 13.6 - .6, low + rng.uniform(3, 6))], rng.uniform(.35, .7),
                lambda t: np.clip(t * 1.1, 0, 1) ** .8 * (1 - t) ** .25, .06)
            length, high = rng.uniform(4, 8), -52.8 + 4.4 * abs(u) ** 2.2
            tufts[k % 2] += geometry.tapered(
                [(u * 15.6 - .8, high - rng.uniform(3, 6)), (u * 16.6, high + length * .3),
                 (u * 17, high + length)], rng.uniform(.35, .65),
                lambda t: np.clip((1 - t) * 1.1, 0, 1) ** .8 * t ** .25, .06)
        return (path(tufts[0], '#fbf7f1', fill_opacity='.9'),
                path(tufts[1], '#8f7c6b', fill_opacity='.45'))

    # ------------------------------------------------------------------ skin

    def skin(self):
        """Two halves that meet in the middle and slide apart."""
        grid, sheet = self.grid, self.sheet
        whole = geometry.sample(geometry.spline(front.FRONT_SKIN, corners=(0, 9, 10, 20)), 10)
        mask = grid.mask(whole)
        height = grid.inflate(mask, 'TB') * .52
        for name, share, soft in (('patella', 3.4, 3.8), ('patellar-tendon', 1.7, 3),
                                  ('inner-muscle', 3.4, 4), ('outer-muscle', 2.2, 4),
                                  ('middle-muscle', 1.4, 4), ('quadriceps-tendon', .8, 3),
                                  ('shin-muscle', 1.6, 4), ('inner-calf', 1.6, 4),
                                  ('side-band', 1., 2.6), ('goose-foot', .8, 3)):
            height = height + share * grid.blur(self.shapes[name].mask, soft)
        x, y = front.TUBEROSITY
        height = (height + 2 * raised(grid, x, y, 6, 7) - 1.2 * raised(grid, -19, -15, 6, 8)
                  - 1.2 * raised(grid, 18, -15, 6, 8) - 1. * raised(grid, 0, -60, 14, 4))
        tone = grid.shade(height, mask, hollow_radius=6, soft=1.6)
        tone = np.clip(.70 + 1.1 * (tone - .70), 0, 1)
        tone = grid.blur(grid.extend(tone, mask), 1.6)
        out = group(id='skin')
        begin, back = STEPS['muscles'][0] + .1, BACK['skin']
        for name, side in (('outer', -1), ('inner', 1)):
            half = sheet.shape('skin-' + name, *_half(side))
            # The outline on the outer side alone: where the halves meet there is none.
            points, corners = _half(side, 3)
            d = geometry.outline(geometry.spline(points, corners=corners), .1, .3)
            out.add(group(path(d, '#7d4936'), sheet.clipped(half, *sheet.bands(
                half, tone, front.SKIN_SURFACE, 28, .2, .95, error=.25, smooth=1.6, smallest=8)),
                fade(1, 0, begin + .2, PART_TIME), fade(0, 1, back, PART_TIME),
                move((0, 0), (side * SKIN_ASIDE, 0), begin, PART_TIME + .2),
                move((side * SKIN_ASIDE, 0), (0, 0), back, PART_TIME + .2)))
        return [out]


def _half(side, short=-.3):
    """One half of the skin: landmarks and corners. They overlap a little in the middle, or end
    `short` of it."""
    middle = [(-1 + side * short, 134), (-1 + side * short, -134)]
    if side < 0:
        points = front.FRONT_SKIN[:10] + middle
        return points, (0, 9, 10, 11)
    points = front.FRONT_SKIN[10:] + middle[::-1]
    return points, (0, 10, 11, 12)


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('skin', body=(38, 40), outer=(-44, -40), kneecap=(8, -38),
                 knob=front.TUBEROSITY)
    diagram.part('outer-muscle', body=(-38, -84))
    diagram.part('inner-muscle', body=(36, -66))
    diagram.part('middle-muscle', body=(-12.6, -104))
    diagram.part('quadriceps-tendon', body=(-4, -72))
    diagram.part('patella', body=(8, -38), outer=(-10, -36))
    diagram.part('patellar-tendon', body=(-2, 6))
    diagram.part('side-band', body=(-44, -36))
    diagram.part('biceps-tendon', body=(-48.6, -14))
    diagram.part('outer-retinaculum', body=(-26, -30))
    diagram.part('inner-retinaculum', body=(28, -26))
    diagram.part('tailor-muscle', body=(47.4, -46))
    diagram.part('goose-foot', body=(37, 26))
    diagram.part('shin-muscle', body=(-24, 52))
    diagram.part('outer-leg-muscle', body=(-44, 46))
    diagram.part('outer-calf', body=(-56, 70))
    diagram.part('inner-calf', body=(46, 60))
    diagram.part('deep-calf', body=(25, 70))
    diagram.part('inner-ligament', body=(39.4, -6), end=(30, 31))
    diagram.part('outer-ligament', body=(-42.6, -6))
    diagram.part('front-cruciate', body=(-1.6, -8))
    diagram.part('back-cruciate', body=(6.6, -13))
    diagram.part('meniscus-outer', body=(-25, -3.6))
    diagram.part('meniscus-inner', body=(25, -3.2))
    diagram.part('joint-space', body=(.4, -18.6))
    diagram.part('cartilage', body=(-28, -18), inner=(28, -18))
    diagram.part('plateau-cartilage', body=(-22, 1))
    diagram.part('femur', body=(-8, -80))
    diagram.part('tibia', body=(10, 40), tuberosity=front.TUBEROSITY)
    diagram.part('fibula', body=(-41, 22), shaft=(-35, 64))
    for name, (begin, end, focus, camera) in STEPS.items():
        diagram.step(name, begin, end, focus, camera)
