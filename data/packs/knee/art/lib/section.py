# SPDX-License-Identifier: GPL-3.0-or-later
"""The right knee cut from front to back, front at the viewer's left: landmarks and layers.

1 unit = 1 mm, y down, origin near the middle of the joint surface of the shin bone. Sizes follow
the evidence's drawing table: thigh bone 62 front to back, plateau 49, kneecap 40 x 21.5 with 3.4 of
cartilage, 2.5 of cartilage on condyle and plateau, 6 from bone to bone, menisci 9 and 14 wide and
6 to 7 high, patellar tendon 46. The
film of fluid between the surfaces (really 0.05) is drawn 1 wide, or it could not be seen.

`Section` draws the layers one by one, from the back: skin (), depth (), fluid (), front_fat (),
lining (), tendons (), bones (), cartilage_and_menisci (). A drawing takes those that it needs, with
landmarks of its own where it tells of another state.
"""

import numpy as np

from . import bones, colour, geometry, tissues
from .scene import Cover
from .svg import gradient, group, path

BOX = (-84, -116, 84, 88)  # what is worked out; more than the usual frame: ends are cut outside

# ---------------------------------------------------------------------- landmarks

FEMUR = [(-27, -128), (-27, -100), (-27.6, -78), (-28.6, -62), (-31, -50), (-33.2, -40),
         (-33, -31), (-30.2, -21), (-24, -12.4), (-13.5, -6.9), (-2, -4.6), (10, -4.6),
         (20, -8.4), (26.6, -17), (28.8, -27), (26.4, -36.8), (19.8, -43), (13.4, -46.8),
         (9.4, -53), (7, -66), (5, -84), (4, -104), (3.6, -128)]
FEMUR_CARTILAGE = [(-29.2, -56), (-32.8, -50.4), (-36.1, -40.4), (-36, -30.4), (-32.6, -19.4),
                   (-25.4, -10), (-14.2, -4.3), (-2, -2), (10.6, -2), (21.8, -6), (28.8, -15.6),
                   (31.1, -27), (28.2, -38), (21.6, -44.2), (18.4, -43.2), (25.4, -36.6),
                   (28, -27), (25.8, -17.4), (19.4, -9.2), (9.8, -5.4), (-2, -5.4),
                   (-13.2, -7.7), (-23.6, -13.2), (-29.6, -21.4), (-32.2, -31.2), (-32.4, -40),
                   (-30.4, -49.6)]
TIBIA = [(-23.6, 2), (-14, 1.5), (-2, 1.6), (10, 2.8), (18.6, 4.2), (22.8, 6), (23.2, 10.2),
         (21.6, 16.6), (17, 25), (12.6, 37), (9.6, 53), (7.6, 77), (6.6, 124), (-21, 124),
         (-22.6, 89), (-24.8, 67), (-27.4, 47), (-30.4, 36), (-31.2, 30), (-29.2, 23.4),
         (-27.2, 16), (-26.4, 7.6)]
TIBIA_CARTILAGE = [(-25.6, 5), (-24.6, .2), (-19.8, -1), (-12, -1.1), (-2, -.9), (8, .1),
                   (16.4, 1.2), (21.4, 2.6), (23.9, 4.6), (24.2, 8.4), (22.6, 7.2), (18.6, 5),
                   (10, 3.6),
                   (-2, 2.4), (-14, 2.3), (-23.2, 2.8)]
PATELLA = [(-46.6, -53), (-53.2, -52), (-59.4, -45), (-62, -35), (-60, -24.4), (-54.6, -16.2),
           (-50.4, -13), (-47.8, -16.8), (-43.6, -22.4), (-41, -29.4), (-40.6, -37),
           (-41.8, -45.2), (-43.6, -50.4)]
PATELLA_CARTILAGE = [(-44.2, -51.8), (-41.4, -47.8), (-38.8, -43.2), (-37.3, -36.6),
                     (-37.5, -29), (-40.1, -22.8), (-44.4, -20.4), (-43.2, -22.8),
                     (-40.4, -29.4), (-40, -37), (-41.2, -45.2), (-43, -50.2)]
MENISCUS_FRONT = [(-24.2, -6.4), (-22, -6), (-20, -4.7), (-18, -3), (-16.6, -1.9), (-18, -1.3),
                  (-20.8, -1.1), (-23.6, -.7), (-25, -.2), (-25.5, -3.2)]
MENISCUS_BACK = [(25.2, -3.8), (22.8, -5.1), (19.4, -4.2), (15.6, -2.8), (11.8, -.9), (15.6, .8),
                 (19.6, 1.6), (23, 2.5), (25.4, 3), (26.2, -.4)]
CAVITY = [(-38.6, -94), (-36.6, -96.4), (-34.4, -92), (-32.8, -78), (-31.2, -62), (-30.6, -54),
          (-33, -40), (-32, -24), (-22, -9), (0, -3), (20, -7), (27, -22), (26.6, -36), (18, -44.4),
          (25.6, -47.6), (31.6, -38), (33.6, -27), (32, -14), (28.6, -4), (27.2, 3), (26.2, 9),
          (22.6, 8), (10, 2), (-10, .6), (-23.6, 2), (-26.8, -.4), (-28.4, -7.4), (-32.4, -12.8),
          (-38.8, -17.4), (-43.8, -22), (-41, -31), (-41.2, -44), (-43.6, -53), (-41.2, -60),
          (-39, -74), (-38.8, -86)]
FAT_PAD = [(-49, -13.8), (-46, -17.8), (-40.4, -17.6), (-33.6, -13.2), (-28.4, -7),
           (-26.8, -.2), (-26.6, 5), (-27.4, 14), (-29.2, 21), (-31.6, 26.6), (-34.8, 21),
           (-39.6, 8), (-44.6, -3)]
FAT_ON_FEMUR = [(-30.6, -54), (-27.6, -64), (-26.8, -84), (-26.4, -128), (-34.6, -128),
                (-36, -104), (-34, -91), (-32.2, -76), (-30.9, -62)]
FAT_ON_POUCH = [(-43.4, -55), (-41.4, -61), (-39.4, -75), (-39.2, -88), (-37.4, -98), (-42, -104),
                (-46.4, -88), (-48, -72), (-49, -60), (-47, -55)]
FAT_BEHIND = [(7, -64), (11, -52), (18, -47), (27, -50), (36, -40), (40, -20), (44, -6),
              (52, -30), (50, -56), (40, -78), (28, -100), (17, -130), (5, -130), (6, -90)]
SKIN = [(-52, -134), (-60, -112), (-62.6, -88), (-63.4, -66), (-66.6, -48), (-67.4, -34),
        (-65, -20), (-59.4, -6), (-54, 8), (-48, 24), (-42.4, 38), (-39, 56), (-37, 84),
        (-35, 134), (66, 134), (70, 96), (69, 56), (64, 24), (60.6, -2), (60.4, -24),
        (63, -50), (67, -84), (68, -134)]

QUADRICEPS_TENDON = [(-44, -130), (-47.4, -104), (-49.6, -80), (-51.2, -62), (-52, -47)]
PATELLAR_TENDON = [(-55.4, -23), (-52.2, -12), (-47.4, -2), (-41, 11.4), (-34.6, 24.4), (-31, 31.6),
                   (-28, 38.6)]
ARTERY = [(16, -130), (22, -98), (30.4, -72), (36, -50), (38.4, -26), (37.6, 0), (34.8, 28),
          (31.6, 58), (29, 124)]
VEIN = [(24, -130), (30, -96), (37.4, -70), (41.4, -48), (43, -26), (41.6, 0), (39.4, 30),
        (36.6, 60), (34.6, 124)]


class Section:
    """The layers in the making: a sheet, and who covers whom (`cover`). After bones () `cut` holds
    the three bones.CutBone, after fluid () `cavity` the shape of the joint space."""

    def __init__(self, defs, box=BOX, step=.4, seed=11):
        self.defs = defs
        self.sheet = tissues.Sheet(box, step, seed, defs)
        self.cover = Cover(box)
        self.eye = self.cover.eye
        defs.append(gradient('marrow', (0, -110), (0, 110), *_stops(
            '#efcf94', '#e6b67c', '#d6916f', '#cf8068')))
        defs.append(gradient('marrow-dark', (0, -110), (0, 110), *_stops(
            '#c8985a', '#b87a4d', '#9f5546', '#974b40')))

    def soft(self, name, points, ramp, edge, part=None, corners=(), **look):
        """A lit body that covers what lies behind it."""
        shape = self.cover.covers(part or name, self.sheet.shape(name, points, corners))
        return tissues.solid(self.sheet, shape, ramp, edge, **look)

    def skin(self):
        sheet = self.sheet
        shape = sheet.shape('skin', SKIN, (0, 13, 14, len(SKIN) - 1))
        self.cover.covers('skin', shape, .2, .4)
        depth = sheet.grid.depth(shape.mask)
        layers = [path(shape.d, '#e2ac8d')]
        for level, ink in ((1.0, '#efc3a6'), (1.7, '#f6d6a0'), (2.6, '#f9e0b2'), (5.5, '#fbe8c6'),
                           (7.5, '#f5d9c4'), (10, '#f2cfbd')):
            layers.append(path(sheet.grid.contours(depth, level, .2), ink))
        return group(path(geometry.outline(shape.segments, .2, .4), '#8a4f3c'),
                     sheet.clipped(shape, *layers), id='skin')

    def depth(self):
        """Fat of the hollow behind the knee, vessels, muscles."""
        sheet = self.sheet
        fat = self.cover.covers('fat-behind', sheet.shape('fat-behind-outline',
                                                              FAT_BEHIND, (11, 12)))
        vessels = group(*tissues.vessel(VEIN, 5.4, ('#142a52', '#35619f', '#5b87c0', '#d7e5f5')),
                        *tissues.vessel(ARTERY, 4.2, ('#5a0f14', '#b92b2b', '#dd5348', '#ffd9cc')),
                        id='vessels')
        muscles = group(id='muscle')
        for name, left, right, count, corners, open_sides in (
                ('hamstring',
                 [(18, -130), (27, -106), (37, -84), (44.6, -62), (49.6, -40),
                  (52.4, -18), (53.8, 4)],
                 [(48, -130), (52.6, -108), (56.4, -88), (58.2, -64), (57.6, -40), (56.4, -18),
                  (54.8, 4)],
                 30, (0, 13), 'T'),
                ('calf',
                 [(27, -46.4), (33, -41), (37.4, -26), (34.6, -6), (33.6, 10),
                  (34, 26), (34.6, 60), (34, 124)],
                 [(33, -49.6), (45, -40), (52.4, -18), (55.6, 8), (56.6, 40), (55, 80), (52, 124)],
                 38, (7, 8), 'B'),
                ('popliteus',
                 [(28.6, 13), (24, 22), (18, 34), (13.6, 49), (11, 73)],
                 [(31.6, 12), (33.4, 25), (29, 41), (21, 59), (12.6, 77)], 16, (), ''),
                ('quadriceps',
                 [(-35, -130), (-36.4, -116), (-39.4, -104), (-43, -92), (-45.6, -82)],
                 [(-54, -130), (-54.4, -116), (-53.6, -104), (-51.6, -92), (-48.6, -82)],
                 22, None, 'T')):
            shape, drawn = tissues.muscle(sheet, name, left, right, count, corners, open_sides)
            self.cover.covers('muscle', shape, .15, .5)
            muscles.add(drawn)
        return group(tissues.fat(sheet, fat, 3.4, 'T', None, .25, name='fat-behind'), vessels,
                     muscles)
    def fluid(self):
        """The fluid, and the narrow gap between the surfaces, which is named apart."""
        sheet = self.sheet
        grid = sheet.grid
        fluid = self.cover.covers('joint-fluid', sheet.shape('fluid', CAVITY), 0, 0)
        self.cavity = fluid
        tone = grid.shade(grid.inflate(fluid.mask) * .5, fluid.mask, hollow_radius=1.6, soft=.4)
        gap = grid.mask(geometry.sample(geometry.spline(
            [(-21, -7), (-12, -4.4), (-2, -3), (10, -3), (21, -6), (20, 2.6), (8, 1.2),
             (-2, .2), (-12, 0), (-20, 0)]), 10)) & fluid.mask
        soft = grid.blur(gap, 1.6)
        return [group(sheet.clipped(fluid, *sheet.bands(fluid, tone, colour.FLUID, 9,
                                                        error=.13, smooth=.8, smallest=1.2)),
                      id='joint-fluid'),
                group(*[path(grid.contours(soft, level, .15), '#16314a', fill_opacity='.12')
                        for level in (.12, .24, .36, .48, .6, .72)], id='joint-space')]

    def lining(self):
        """The lining: a seam along the edge of the fluid, thrown into folds where it hangs free."""
        sheet, eye, fluid = self.sheet, self.eye, self.cavity
        inner = eye.mask(geometry.sample(fluid.segments, 10))
        far = eye.blur(eye.depth(inner) - eye.distance(inner), .2)
        edge = geometry.resample(geometry.sample(fluid.segments, 10), .3)
        side = geometry.normals(edge, True) * (1 if geometry.signed_area(edge) > 0 else -1)
        rng = sheet.random
        folds = np.full(eye.x.shape, -.7)
        i = 0
        while i < len(edge):
            size = rng.uniform(.34, .72)
            x, y = edge[i] - side[i] * rng.uniform(-.1, .35)
            near = eye.around(x, y, 1.4)
            folds[near] = np.maximum(folds[near], size - np.hypot(eye.x[near] - x, eye.y[near] - y))
            i += rng.randint(3, 6)
        rind = np.maximum(np.minimum(far + 1.35, -far + .1), folds)
        rind = eye.blur(np.clip(rind, -3, 3), .12)
        self.cover.parts.append(('lining', rind > -.12))
        return group(*[path(eye.contours(rind, level, .07, 1.5, .2), ink) for level, ink in (
            (-.14, '#7d3f48'), (.02, '#c07a80'), (.24, '#d9989a'), (.44, '#ecbcb8'))], id='lining')

    def front_fat(self):
        sheet = self.sheet
        on_femur = self.cover.covers('front-fat', sheet.shape('fat-on-femur', FAT_ON_FEMUR, (3, 4)))
        on_pouch = self.cover.covers('front-fat', sheet.shape('fat-on-pouch', FAT_ON_POUCH))
        pad = self.cover.covers('fat-pad', sheet.shape('fat-pad-outline', FAT_PAD))
        return group(group(tissues.fat(sheet, on_femur, 2.8, 'T', '#a8752a', .8),
                           tissues.fat(sheet, on_pouch, 2.4, '', '#a8752a', .8), id='front-fat'),
                     tissues.fat(sheet, pad, 2.6, name='fat-pad'))

    def tendons(self):
        quadriceps, upper = tissues.tendon(self.sheet, 'quadriceps-tendon-outline',
                                           QUADRICEPS_TENDON, [9, 9, 8.6, 9, 10.5], 15, 'T',
                                           'quadriceps-tendon')
        patellar, lower = tissues.tendon(self.sheet, 'patellar-tendon-outline', PATELLAR_TENDON,
                                         [7, 5.8, 5.2, 5.2, 5.4, 4.6, 3], 12, '', 'patellar-tendon')
        self.cover.covers('quadriceps-tendon', quadriceps, .08, .36)
        self.cover.covers('patellar-tendon', patellar, .08, .36)
        capsule = path(geometry.tapered([(17, -46.4), (25.6, -49), (33.4, -39), (35.4, -27),
                                         (33.6, -13), (30, -3), (28.6, 4), (27.2, 10),
                                         (22.2, 15.8)], 1.6),
                       '#d8cbbd', stroke='#6b5848', stroke_width='.25', id='capsule')
        return [capsule, upper, lower]

    def bones(self):
        sheet = self.sheet
        grid = sheet.grid
        x, y = grid.x, grid.y

        def near(points):
            """1 and more under cartilage, 0 from 6 mm away: where the bone plate is thick."""
            away = grid.distance(grid.mask(geometry.sample(geometry.spline(points), 10)))
            return np.clip(1.6 - away / 4, 0, 1)

        up = np.maximum(0, -y - 18)
        femur = bones.CutBone(
            sheet, 'femur', FEMUR, (0, len(FEMUR) - 1),
            1.25 + 1.0 * near(FEMUR_CARTILAGE) + 4.2 * np.clip((-y - 52) / 36, 0, 1) ** 1.2,
            np.clip(1.7 + .03 * up + .35 * np.clip((20 - np.hypot(x - 1, y + 27)) / 12, 0, 1),
                    1.6, 3.3),
            .62 - .1 * np.clip(up / 40, 0, 1), 3,
            lambda v: np.where(v < -46, 1.9, np.where(v < -34, 1.5, 1.2)),
            np.where(y < -60, (-y - 66) / 6, -5.) - (np.abs(x + 11.5) / 9) ** 2 * 1.2)
        tibia = bones.CutBone(
            sheet, 'tibia', TIBIA, (12, 13),
            1.3 + 1.1 * near(TIBIA_CARTILAGE) + 3.6 * np.clip((y - 31) / 40, 0, 1),
            np.clip(1.6 + .032 * np.maximum(0, y - 5), 1.6, 3.2),
            .64 - .1 * np.clip((y - 5) / 36, 0, 1), 4,
            lambda v: np.where(v > 37, 2.1, 1.6),
            np.where(y > 41, (y - 57) / 6, -5.) - (np.abs(x + 9) / 8.5) ** 2 * 1.2)
        patella = bones.CutBone(
            sheet, 'patella', PATELLA, (), 1.2 + 1.0 * near(PATELLA_CARTILAGE),
            np.full(x.shape, 1.6), np.full(x.shape, .62), 6, lambda v: np.full(v.shape, 1.3))
        self.cut = (femur, tibia, patella)
        for bone in self.cut:
            self.cover.covers(bone.name, bone.shape, .2, .6)
        spongy = group(*[piece for bone in self.cut
                         for piece in bone.marrow('url(#marrow)', 'url(#marrow-dark)')],
                       id='spongy-bone')
        streaming = group(
            *tissues.insertion(sheet, [(-58.4, -44.4), (-55.4, -49), (-52.4, -51), (-48, -52.2)],
                               (-.5, 5), 12, (2.4, 5)),
            *tissues.insertion(sheet, [(-58, -22.4), (-55.6, -18.8), (-53, -15.6)], (-1.6, -5), 9,
                               (2.4, 4.6)),
            *tissues.insertion(sheet, [(-30, 24.4), (-31.2, 30), (-30.2, 35.4)], (2.4, 4), 10,
                               (2, 4)))
        return [femur.body(), tibia.body(), patella.body(), spongy, streaming]

    def cartilage_and_menisci(self, femur=FEMUR_CARTILAGE, tibia=TIBIA_CARTILAGE,
                              patella=PATELLA_CARTILAGE):
        glossy = {'thickness': .9}
        cartilage = group(id='cartilage')
        for name, points in (('femur-cartilage', femur), ('tibia-cartilage', tibia),
                             ('patella-cartilage', patella)):
            cartilage.add(self.soft(name, points, colour.CARTILAGE, '#2f4f63', 'cartilage',
                                       **glossy))
        menisci = group(id='meniscus')
        for name, points in (('meniscus-front', MENISCUS_FRONT), ('meniscus-back', MENISCUS_BACK)):
            menisci.add(self.soft(name, points, colour.MENISCUS, '#1f3347', 'meniscus', **glossy))
        return [menisci, cartilage]


def _stops(shaft, upper, lower, joint):
    """Marrow turns from yellow in the shafts to red near the joint."""
    inks = (shaft, upper, lower, joint, lower, upper, shaft)
    return [(at, ink, 1) for at, ink in zip((0, .2, .36, .5, .66, .84, 1), inks)]
