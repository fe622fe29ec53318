# SPDX-License-Identifier: GPL-3.0-or-later
"""The right knee cut from side to side, seen from the front: landmarks and layers.

1 unit = 1 mm, y down, origin in the middle of the joint line. The outer (lateral) side, with the
fibula, lies at the viewer's left. Sizes follow the evidence's drawing table: thigh bone 75 wide
across the condyles and 80 across the epicondyles, plateau 74, cartilage 2.4 on the condyles, 2.2
on the inner and 2.8 on the outer plateau; from bone to bone 5 on the inner side, 6 on the outer;
menisci 9 wide, 6 high at their outer edge. The film of fluid between the surfaces (really 0.05) is
what is left of that: 0.4 on the inner side.

The cut runs through the middle of the plateau: condyles, notch with the two cruciate ligaments,
the spines between the plateaus, menisci as wedges. The fibula lies a little behind it.

`CutJoint` makes the layers; each comes back by itself, so that a drawing may move it. What may grow
out of a bone (cartilage caps, spurs) goes between that bone's rim and its body: the body hides what
is not yet there, and no dark line runs between the two.
"""

import numpy as np

from . import bones, colour, geometry, tissues
from .svg import Element, gradient, group, path

CUT_BOX = (-66, -98, 66, 86)      # more than the frame: ends are cut outside
CUT_NEAR = (-50, -36, 54, 24)     # the joint line, on a finer sheet

# ---------------------------------------------------------------------- landmarks

CUT_FEMUR = [(-24, -118), (-23.6, -98), (-24.6, -82), (-27.6, -66), (-31.8, -52), (-36, -41),
             (-38.9, -32), (-39.1, -25.4), (-37.7, -19.4), (-37.2, -13.4), (-34.6, -7.6),
             (-28.8, -3.9), (-21.5, -3), (-14.8, -4.9), (-10.2, -10.2), (-8.2, -16), (-5, -21),
             (.2, -22.8), (5.2, -20.6), (8.2, -15.8), (10.4, -10), (14.8, -4.5), (21.5, -2.4),
             (29, -3.3), (35, -7.4), (37.8, -13.6), (38.4, -20), (40, -26), (40.8, -31.8),
             (39.2, -37.8), (34.8, -46), (27.6, -58.6), (19.8, -74), (13, -92), (9, -118)]
CUT_TIBIA = [(-36.2, 4.7), (-37.2, 8.6), (-36.6, 14.4), (-34.2, 21), (-29.6, 30.4), (-24.4, 41),
             (-20.2, 55), (-17.2, 74), (-16, 96), (-16, 120), (15.6, 120), (16.4, 96), (17.4, 78),
             (20, 60), (23.6, 46), (28.8, 34), (33.8, 23.4), (36.4, 15), (36.8, 9), (35.4, 4.5),
             (29, 2.8), (21.5, 2.6), (14, 3), (9.6, 1.3), (7.2, -2), (5, -4.1), (3, -2.7),
             (.6, -.6), (-2, -1), (-4.4, -3.3), (-6.6, -2), (-9.2, 1.3), (-13.4, 2.9), (-21.5, 3),
             (-29.4, 3)]
CUT_FIBULA = [(-40.4, 11.2), (-44.4, 13.6), (-47.6, 19.6), (-47.6, 26.4), (-44.8, 34),
              (-41.6, 44), (-40, 60), (-39.4, 84), (-39.4, 120), (-30, 120), (-30, 84),
              (-30.4, 60), (-31, 46), (-31.4, 36), (-30.6, 26), (-33, 18), (-36.4, 12.8)]
CUT_SKIN = [(-61, -130), (-60, -90), (-58.6, -62), (-56, -38), (-53.8, -14), (-53.6, 6),
            (-55.4, 26), (-58, 50), (-59.4, 80), (-59, 130), (57, 130), (58.4, 90), (57.6, 60),
            (55, 36), (53.2, 14), (54, -8), (56.4, -30), (57, -48), (56.8, -66), (58.6, -96),
            (60, -130)]
CUT_CAVITY = [(-34, -26), (-38.6, -25.4), (-40.8, -22), (-41.4, -15), (-40.6, -7.6), (-38.7, -2),
              (-39.2, 3.6), (-39.3, 8.6), (-36, 10.6), (-24, 9), (0, 7), (24, 9), (36, 10.4),
              (38.9, 8.4), (39.2, 3.6), (38.7, -2), (40.8, -7.6), (41.9, -15), (41.6, -23),
              (39.6, -27), (34, -27), (16, -24), (6, -26), (-6, -26), (-16, -24)]
CUT_MUSCLES = {
    'thigh-muscle-outer': (
        [(-56.4, -130), (-55.8, -100), (-54.2, -78), (-51.6, -58), (-47.6, -42), (-44.4, -29)],
        [(-20, -130), (-20, -104), (-22, -84), (-28, -66), (-38.6, -46), (-43.8, -29.4)], 30,
        (0, 5, 6, 11), 'T'),
    'thigh-muscle-inner': (
        [(4, -130), (8, -100), (16, -78), (28, -58), (40.6, -43.6), (44.8, -31.4)],
        [(55, -130), (53.8, -96), (53, -70), (51.4, -54), (48.4, -41),
         (45.4, -31)], 34, (0, 5, 6, 11), 'T'),
    'shin-muscle-outer': (
        [(-48.6, 25), (-53, 40), (-54.6, 60), (-55.2, 90), (-54, 130)],
        [(-38, 22), (-24, 42), (-12, 58), (-8, 90), (-6, 130)], 30, (4, 5), 'B'),
    'calf-muscle-inner': (
        [(37, 27), (26, 40), (20, 56), (15, 80), (12, 130)],
        [(42.4, 25), (48.4, 40), (51.8, 58), (53.6, 86), (52, 130)], 30, (4, 5), 'B'),
}
CUT_OUTER_LIGAMENT = [(-34, -34.4), (-38.8, -29.6), (-41.8, -19), (-43.8, -6), (-44.4, 8),
                      (-42.4, 19), (-40, 27)]
CUT_INNER_LIGAMENT = [(33, -35.4), (40.4, -31), (43.4, -21.6), (44.7, -8), (44.2, 8), (41, 22),
                      (36, 36), (30.8, 50), (26, 66), (22, 84)]
CUT_FRONT_CROSS = [(-9.4, -20), (-6.2, -13.6), (-1.6, -6.4), (2.2, 1.6)]
CUT_BACK_CROSS = [(9.6, -19), (6.4, -13), (3.4, -6), (0, 2)]

# Spurs at their full size, with the way they take out of the bone (from hidden to full).
CUT_SPURS = {
    'spur-thigh-inner': ([(33, -12.2), (35.4, -8.8), (38.4, -9.4), (41.6, -8.9), (44.4, -7.2),
                          (45.8, -8.2), (45, -11.2), (42.4, -14.6), (40, -18.4), (37.6, -23),
                          (34, -20)], (10.2, 2.2)),
    'spur-shin-inner': ([(31, 5.6), (34, 4.2), (37.4, 4.5), (40.8, 4.3), (43.8, 3.2), (45.4, 4.2),
                         (44.4, 7), (41.6, 10.2), (38.6, 13.6), (36, 18), (32, 14)], (10, -1.4)),
    'spur-thigh-outer': ([(-32, -12), (-34.6, -8.6), (-37.4, -9.2), (-39.8, -8.4), (-41.2, -8.6),
                          (-41.2, -10.6), (-39.4, -14), (-37, -19), (-33.6, -17)], (-5.6, 1.6)),
    'spur-shin-outer': ([(-32, 6), (-34.6, 4.4), (-37.6, 4.9), (-39.8, 4.4), (-41.4, 5),
                         (-40.9, 7), (-38.8, 10), (-36.4, 14.6), (-33, 12)], (-5.6, -1)),
}


def cut_span(points, start, end, step=.5):
    """The stretch of the closed curve through landmarks from the place nearest to one point to
    that nearest to another, in the order of the landmarks."""
    line = geometry.resample(geometry.sample(geometry.spline(points), 14), step)
    first, last = (int(np.argmin(np.hypot(*(line - np.asarray(at)).T))) for at in (start, end))
    return line[first:last + 1] if first < last else np.vstack([line[first:], line[:last + 1]])


def right_of(points, corners, cut):
    """Landmarks of a closed shape and which of them are corners, without what lies left of x =
    `cut`: it ends there in a straight line."""
    kept, sharp = [], []
    for i, (x, y) in enumerate(points):
        x1, y1 = points[(i + 1) % len(points)]
        if x >= cut:
            if i in corners:
                sharp.append(len(kept))
            kept.append((x, y))
        if (x < cut) != (x1 < cut):
            sharp.append(len(kept))
            kept.append((cut, y + (y1 - y) * (cut - x) / (x1 - x)))
    return kept, tuple(sharp)


def layer_on(face, thickness, taper, sunk=1.):
    """Landmarks of a layer that lies on a bone's face and thins out towards its ends within
    `taper` (mm at the start, mm at the end); it reaches `sunk` into the bone."""
    away = np.r_[0, np.cumsum(np.hypot(*np.diff(face, axis=0).T))]
    rest = away[-1] - away
    full = (np.clip(away / taper[0], 0, 1) ** .6 * np.clip(rest / taper[1], 0, 1) ** .6)
    side = geometry.normals(face)
    outer = face + side * (thickness * full)[:, None]
    inner = face - side * (sunk * np.clip(full * 3, .25, 1))[:, None]
    keep = list(range(0, len(face) - 3, 4)) + [len(face) - 1]
    return [tuple(p) for p in outer[keep]] + [tuple(p) for p in inner[keep][::-1]]


class CutJoint:
    """The layers of the joint. `sheet` for what is large, `near` for what lies at the joint line;
    `femur` and `tibia` are the bones.CutBone."""

    def __init__(self, defs, seed=23, box=CUT_BOX, near=CUT_NEAR, cut=None):
        """`cut`: what lies left of that x is left out; the boxes must reach a little further."""
        self.defs, self.cut = defs, cut
        self.sheet = tissues.Sheet(box, .4, seed, defs)
        self.near = tissues.Sheet(near, .25, seed + 1, defs)
        defs.append(gradient('marrow', (0, -75), (0, 62), *cut_marrow(
            '#efcf94', '#e6b67c', '#d6916f', '#cf8068')))
        defs.append(gradient('marrow-dark', (0, -75), (0, 62), *cut_marrow(
            '#c8985a', '#b87a4d', '#9f5546', '#974b40')))
        # Bone far from the joint is paler: its sponge is not what one looks at.
        defs.append(gradient('far-bone', (0, -60), (0, 60), *[
            (at, '#f6ead2', haze) for at, haze in ((0, .62), (.16, .56), (.38, 0), (.62, 0),
                                                   (.84, .56), (1, .62))]))
        self._bones()

    def _outline(self, name, points, corners=(), sheet=None):
        """A shape through landmarks, without what is cut off."""
        if self.cut is not None:
            points, corners = right_of(points, corners, self.cut)
        return (sheet or self.sheet).shape(name, points, corners)

    # ------------------------------------------------------------------ soft tissue around

    def skin(self):
        sheet = self.sheet
        shape = self._outline('skin', CUT_SKIN, (0, 9, 10, len(CUT_SKIN) - 1))
        depth = sheet.grid.depth(shape.mask)
        layers = [path(shape.d, '#e2ac8d')]
        for level, ink in ((1.0, '#efc3a6'), (1.7, '#f6d6a0'), (2.6, '#f9e0b2'), (5.2, '#fbe8c6'),
                           (7., '#f5d9c4'), (9., '#f2cfbd')):
            layers.append(path(sheet.grid.contours(depth, level, .2), ink))
        return group(path(geometry.outline(shape.segments, .2, .4), '#8a4f3c'),
                     sheet.clipped(shape, *layers), id='skin')

    def muscles(self):
        out = group(id='muscle')
        for name, (left, right, count, corners, open_sides) in CUT_MUSCLES.items():
            if self.cut is not None and name.endswith('outer'):
                continue
            out.add(tissues.muscle(self.sheet, name, left, right, count, corners, open_sides)[1])
        return out

    def inner_ligament(self):
        return tissues.tendon(self.sheet, 'inner-ligament-outline', CUT_INNER_LIGAMENT,
                              [2.4, 4.4, 3.6, 3.1, 3, 3.2, 3.6, 4, 4.2], 7, '', 'inner-ligament')[1]

    def outer_ligament(self):
        return tissues.tendon(self.sheet, 'outer-ligament-outline', CUT_OUTER_LIGAMENT,
                              [2.4, 4.6, 4, 3.8, 4, 5.4, 5], 7, '', 'outer-ligament')[1]

    def cross_ligaments(self):
        back = tissues.tendon(self.near, 'back-cross-outline', CUT_BACK_CROSS,
                              [8, 6.6, 6, 7.6], 8)[1]
        front = tissues.tendon(self.near, 'front-cross-outline', CUT_FRONT_CROSS,
                               [8, 6, 6.4, 9.6], 9)
        shade = tissues.cast_shadow(self.near, front[0].mask, .5, .8, .7, .3, '#2a1c18', 9)
        return group(back, shade, front[1], id='cross-ligaments')

    # ------------------------------------------------------------------ cavity

    def cavity(self, name, points, thickness, folds, seed, wet='joint-fluid', lining='lining'):
        """Fluid and its lining: two groups. `thickness` of the lining, `folds` the smallest and the
        largest radius of its folds. A swollen state lies over the healthy one and is larger."""
        sheet = self.near
        grid = sheet.grid
        shape = self._outline(name, points, (), sheet)
        tone = .62 * grid.shade(grid.inflate(shape.mask) * .35, shape.mask, hollow_radius=1.6,
                                soft=.5)
        fluid = group(sheet.clipped(shape, *sheet.bands(shape, tone, colour.FLUID, 7, error=.13,
                                                        smooth=.8, smallest=1.2)), id=wet)
        rng = np.random.RandomState(seed)
        far = grid.depth(shape.mask) - grid.distance(shape.mask)
        edge = geometry.resample(geometry.sample(shape.segments, 10), .3)
        side = geometry.normals(edge, True) * (1 if geometry.signed_area(edge) > 0 else -1)
        lumps = np.full(far.shape, -.7)
        i = 0
        while i < len(edge):
            size = rng.uniform(*folds)
            x, y = edge[i] - side[i] * rng.uniform(-.1, thickness * .45)
            near = grid.around(x, y, size + 1)
            lumps[near] = np.maximum(lumps[near],
                                     size - np.hypot(grid.x[near] - x, grid.y[near] - y))
            i += max(2, int(rng.uniform(.8, 1.5) * size / .3 * 1.25))
        rind = np.maximum(np.minimum(far + .8, thickness - far), lumps)
        rind = grid.blur(np.clip(rind, -3, 3), .14)
        return fluid, group(*[path(grid.contours(rind, level, .07, 1.5, .2), ink)
                              for level, ink in ((-.14, '#7d3f48'), (.04, '#c07a80'),
                                                 (.28, '#d9989a'), (.52, '#ecbcb8'))], id=lining)

    # ------------------------------------------------------------------ bones

    def _bones(self):
        sheet = self.sheet
        x, y = sheet.grid.x, sheet.grid.y
        up = np.maximum(0, -y - 22)
        loaded = np.clip(1.3 - np.abs(np.abs(x) - 22) / 12, 0, 1)  # where the joint bears weight

        def spared(distance):
            return np.clip(1 - distance / 6, 0, 1)
        thigh, shin = (CUT_FEMUR, (0, len(CUT_FEMUR) - 1)), (CUT_TIBIA, (9, 10))
        if self.cut is not None:
            thigh, shin = right_of(*thigh, self.cut), right_of(*shin, self.cut)
        self.femur = bones.CutBone(
            sheet, 'femur', *thigh,
            .95 + .5 * loaded * spared(np.maximum(0, -y - 8))
            + 3.6 * np.clip((-y - 46) / 40, 0, 1) ** 1.2,
            np.clip(1.9 + .026 * up, 1.8, 3.2), .6 - .1 * np.clip(up / 40, 0, 1), 13,
            lambda v: np.where(v < -46, 1.9, np.where(v < -30, 1.5, 1.25)),
            np.where(y < -56, (-y - 66) / 6, -5.) - (np.abs(x + 10 + (y + 80) * .12) / 9) ** 2)
        self.tibia = bones.CutBone(
            sheet, 'tibia', *shin,
            .95 + .5 * loaded * spared(np.maximum(0, y - 8))
            + 3.2 * np.clip((y - 34) / 40, 0, 1),
            np.clip(1.85 + .03 * np.maximum(0, y - 8), 1.8, 3.2),
            .62 - .1 * np.clip((y - 8) / 36, 0, 1), 14,
            lambda v: np.where(v > 34, 2., 1.6),
            np.where(y > 38, (y - 52) / 6, -5.) - (np.abs(x) / 9) ** 2)
        self.rims, self.bodies = {}, {}
        for bone in (self.femur, self.tibia):
            body = bone.body()
            rim = body.children.pop(0)
            body.add(*bone.marrow('url(#marrow)', 'url(#marrow-dark)'))
            body.add(path(bone.shape.d, 'url(#far-bone)'))
            self.rims[bone.name] = rim
            self.bodies[bone.name] = body

    def split_rim(self, name, outer, inner):
        """The rim of the shin bone as two: what lies above y = `outer` (left) and `inner` (right),
        and the rest. So the near part may lie under what grows out of the bone and the far part in
        one layer with the body."""
        rim, out = self.rims[name].attributes, []
        for which, edge in (('near', CUT_BOX[1] - 40), ('far', CUT_BOX[3] + 60)):
            self.defs.append(Element('clipPath', path('M-99 %sH0V%sH99V%sH-99z' % tuple(map(
                geometry.number, (outer, inner, edge)))), id='clip-rim-%s-%s' % (name, which)))
            out.append(group(path(rim['d'], rim['fill']),
                             clip_path='url(#clip-rim-%s-%s)' % (name, which)))
        return out

    def fibula(self):
        sheet = self.sheet
        shape = sheet.shape('fibula-outline', CUT_FIBULA, (8, 9))
        return tissues.solid(sheet, shape, colour.BONE_MATRIX, '#4a3527', .6, .16, .5, 14, 'B',
                             error=.14, hollow_radius=3., name='fibula')

    def harder(self, bone, name, amount, strength):
        """Bone that has hardened: where `amount` (0 to 1, on the bone's sheet) is above nothing,
        struts are thicker by up to `strength` (mm), spaces smaller, all of it paler."""
        coarse, fine = self.sheet.grid, bone.fine
        much = np.clip(coarse.blur(amount, .8), 0, 1)
        out = [path(coarse.contours(much, level, .15, 1.5, .6), ink)
               for level, ink in ((.05, '#ead6b0'), (.16, '#ecd9b6'), (.3, '#f0e1c3'),
                                  (.46, '#f4e9d2'), (.64, '#f8f0df'), (.82, '#fbf6ea'))]
        on_fine = coarse.onto(fine, much)
        pores = bone.pores - strength * on_fine

        def within(least, sunk):
            # A space that the patch cuts runs on as it is outside: only its lit lip ends sooner.
            return fine.contours(np.minimum(pores - sunk, (on_fine - least) * 9), 0, .11, .35,
                                 .25)
        out += [path(within(.2, 0), '#fffaf0', transform='translate(.2 .25)'),
                path(within(.03, 0), 'url(#marrow-dark)'),
                path(within(0, .38), 'url(#marrow)', transform='translate(.13 .17)')]
        return group(*out, id=name, clip_path=bone.shape.clip)

    def spur(self, name, seed):
        """A spur at its full size and place, to go between rim and body of its bone."""
        points = np.array(CUT_SPURS[name][0])
        low, high = points.min(0) - 4, points.max(0) + 4
        sheet = tissues.Sheet((*low, *high), .25, seed, self.defs)
        grid = sheet.grid
        bone = bones.CutBone(sheet, name + '-shape', [tuple(p) for p in points], (),
                             np.full(grid.x.shape, .75), np.full(grid.x.shape, 1.45),
                             np.full(grid.x.shape, .55), seed, lambda v: np.full(v.shape, 1.1))
        return group(bone.body(), *bone.marrow('url(#marrow)', 'url(#marrow-dark)'))

    # ------------------------------------------------------------------ joint surfaces

    def cartilage(self, name, points, extra=()):
        shape = self.near.shape(name, points)
        return tissues.solid(self.near, shape, colour.CARTILAGE, '#2f4f63', .9, extra=extra)

    def meniscus(self, name, points):
        return tissues.solid(self.near, self.near.shape(name, points), colour.MENISCUS, '#1f3347',
                             .9)


CUT_CONDYLES = {  # the cartilage of the thigh bone: face from, to, thickness, tapers
    'outer': ((-37.6, -18.4), (-9.2, -12.6), 2.4, (9, 7)),
    'inner': ((9.2, -12.6), (38., -17.6), 2.4, (7, 9)),
}
CUT_PLATEAUS = {  # of the shin bone; landmarks of the tibia run from the inner rim to the outer one
    'inner': ((36.3, 6.8), (8.8, .2), 2.2, (4, 4)),
    'outer': ((-8.6, .2), (-36.6, 6.6), 2.8, (4, 4)),
}


def cut_condyle(side):
    start, end, thickness, taper = CUT_CONDYLES[side]
    # The femur's landmarks run from the outer condyle to the inner one, left to right below.
    return layer_on(cut_span(CUT_FEMUR, start, end)[::-1], thickness, taper[::-1])


def cut_plateau(side):
    start, end, thickness, taper = CUT_PLATEAUS[side]
    return layer_on(cut_span(CUT_TIBIA, start, end)[::-1], thickness, taper[::-1])


def cut_wedge(side):
    """Landmarks of a meniscus: between the two layers of cartilage, from its edge outwards."""
    sign = 1 if side == 'inner' else -1
    upper, lower = np.array(cut_condyle(side)), np.array(cut_plateau(side))

    def surface(points, x, lowest):
        line = geometry.sample(geometry.spline([tuple(p) for p in points]), 10)
        near = line[np.abs(line[:, 0] - x) < .25][:, 1]
        return near.max() if lowest else near.min()
    top, bottom = [], []
    for far in (30.6, 31.8, 33.1, 34.4):
        x = far * sign
        top.append((x, surface(upper, x, True) + .3))
        bottom.append((x, surface(lower, x, False) - .25))
    low = bottom[-1][1]
    edge = [(36.6 * sign, top[-1][1] - .9), (38.2 * sign, top[-1][1] - .5),
            (39 * sign, (top[-1][1] + low) / 2 - .4), (38.9 * sign, low - .6),
            (38 * sign, low + .5), (36.2 * sign, low + .4)]
    apex = ((29.8 * sign), (top[0][1] + bottom[0][1]) / 2)
    return [apex, *top, *edge, *bottom[::-1]]


def cut_marrow(shaft, upper, lower, joint):
    """Marrow turns from yellow in the shafts to red near the joint."""
    inks = (shaft, upper, lower, joint, lower, upper, shaft)
    return [(at, ink, 1) for at, ink in zip((0, .2, .38, .54, .7, .86, 1), inks)]


