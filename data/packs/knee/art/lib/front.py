# SPDX-License-Identifier: GPL-3.0-or-later
"""The right knee from the front, the outer side at the viewer's left: landmarks and bodies.

1 unit = 1 mm, y down, origin near the middle of the joint surface of the shin bone, as in
lib/section.py; heights are the same in both. Sizes follow the evidence's drawing table: thigh bone
80 across its epicondyles and 72 across its condyles, plateau 73, 5 (inner) and 6 (outer) from bone
to bone, kneecap 44 x 40, patellar tendon 44 long and 24 wide, inner side ligament 95. The shaft of
the thigh bone leans outwards by 7 degrees, the pull of the thigh muscle by 9, the
patellar tendon by 3: a Q angle of 12.

`sculpted ()` lights a silhouette whose relief has landmarks of its own: bumps, ridges, hollows.
"""

import numpy as np

from . import colour, geometry, tissues
from .svg import gradient, group, path

FRONT_BOX = (-74, -116, 74, 90)

BONE_SURFACE = colour.ramp((0, '#47362f'), (.16, '#705a4d'), (.34, '#a2876b'), (.52, '#cab18d'),
                           (.68, '#e3d0b0'), (.84, '#f2e7d0'), (1, '#fffcf5'))
BONE_RIM = '#4a3527'
SKIN_SURFACE = colour.even_ramp('#8c5540', '#b67b60', '#d6a083', '#e9bfa3', '#f4d8c5', '#fcefe6')
SHEET_OF_FIBRE = colour.even_ramp('#6f5a50', '#9c8578', '#c4b0a1', '#ddcfc2', '#efe6dc', '#fdf9f3')
JOINT_DEPTH = colour.ramp((0, '#2c2430'), (.3, '#4d3b42'), (.6, '#8a6a5c'), (1, '#b99a83'))

# ---------------------------------------------------------------------- landmarks: bones

FRONT_FEMUR = [(-25, -130), (-25, -106), (-26, -89), (-28.8, -73), (-32.6, -58), (-36.4, -45.6),
               (-39, -35.6), (-39.2, -29), (-37.6, -22), (-36.4, -15.4), (-34.2, -9.4),
               (-28.6, -5.4), (-21.4, -4.6), (-14.6, -6.4), (-10.2, -11.6), (-8.2, -17.6),
               (-5, -22.4), (0, -24.2), (5, -22.4), (8.2, -17.6), (10.4, -11.6), (14.8, -6.2),
               (21.4, -4.3), (28.8, -5.2), (34.2, -9.2), (36.2, -15.2), (37.4, -21.6),
               (39.4, -27.4), (40.8, -33.2), (39.4, -39.6), (35, -49.2), (27.6, -63), (19.2, -80.4),
               (11.4, -101), (5, -130)]
FRONT_TIBIA = [(-34.8, 3.2), (-36.3, 7), (-36, 13.4), (-33.8, 20.6), (-29.2, 30.4), (-24.4, 41),
               (-20, 56), (-16.6, 76), (-15.2, 100), (-15.4, 130), (14.6, 130), (15.4, 104),
               (16.8, 84), (19.4, 64), (23.2, 48), (28.4, 35), (33.4, 24), (36.2, 14.6),
               (36.8, 7.6), (35.2, 2.8), (27, .6), (17.4, .9), (11, .2), (7.4, -3), (5.2, -5.2),
               (3.2, -4), (.4, -1.4), (-2.4, -1.8), (-4.8, -4.2), (-7, -3.4), (-9.4, .2),
               (-13, 1.8), (-20, 1.6), (-27, 1.2)]
TUBEROSITY = (-4.2, 31)
FRONT_FIBULA = [(-36.4, 11.9), (-40.2, 11.2), (-44.6, 13.6), (-47.6, 19.8), (-47.2, 26.6),
                (-44.4, 34.6), (-41.2, 45), (-39.4, 64), (-38.6, 92), (-38.4, 130), (-28.6, 130),
                (-28.8, 94), (-29.6, 66), (-31, 50), (-32, 40), (-31, 32), (-30.4, 22),
                (-32.4, 15)]
FRONT_PATELLA = [(-13, -51.3), (0, -53), (12.6, -50.8), (19.8, -44.9), (21.6, -37), (18.6, -28.2),
                 (11, -19.1), (4, -14.1), (-.8, -13), (-5.2, -14.3), (-11.6, -19.3), (-19, -28.3),
                 (-22.4, -37), (-20.6, -45.1)]
FRONT_CARTILAGE = [(-37.1, -17.6), (-36.2, -9.6), (-29.8, -3.4), (-21.4, -2.2), (-13.6, -4.2),
                   (-8.8, -10.2), (-6.8, -16.8), (-3.8, -20.6), (0, -21.9), (3.8, -20.6),
                   (6.8, -16.8), (9, -10.2), (13.8, -4), (21.4, -1.9), (29.6, -3), (36, -9),
                   (37.4, -16.4), (35, -21.4), (30.4, -27.4), (25.6, -35), (20.8, -42),
                   (13.6, -48.4), (6, -48), (-2, -46), (-9.4, -50.4), (-17, -55), (-22.8, -49.6),
                   (-26.4, -40), (-30.2, -29.4), (-34, -22)]
PLATEAU_OUTER = [(-35.6, 3.8), (-35, .4), (-27, -1.6), (-19, -1.3), (-12.6, -.8), (-9.4, 1),
                 (-12.6, 2.9), (-19, 2.6), (-27, 2.4)]
PLATEAU_INNER = [(36, 3.6), (35.3, .2), (27.4, -1.6), (18, -1.3), (11.8, -1.4), (9.2, -.2),
                 (11.8, 1.6), (18, 2.1), (27.4, 1.8)]
NOTCH = [(-34.4, -8), (-26, -9), (-12, -17), (-9, -23), (0, -27), (9, -23), (12, -17), (26, -9),
         (34.6, -7.6), (33, -3), (34, 2), (20, 4), (0, 4), (-20, 4), (-33.6, 2.4), (-32.4, -3)]

# ---------------------------------------------------------------------- menisci and ligaments

FRONT_MENISCUS_OUTER = [(-38, -9), (-34.8, -7.8), (-28.6, -6.4), (-21.4, -6), (-15, -6.2),
                        (-10.6, -5.8), (-7.4, -3.8), (-5.4, -.8), (-4.6, 1.6), (-7.6, 1.8),
                        (-12.4, .2), (-19, -.5), (-27, -.7), (-33.4, .4), (-37, 1.2), (-38.5, -1.6),
                        (-38.7, -6)]
FRONT_MENISCUS_INNER = [(38.4, -8.6), (35.2, -7.4), (29, -6), (21.4, -5.6), (15, -5.9),
                        (11.2, -5.4), (8.6, -3), (7.2, .4), (6.8, 2.4), (9.6, 2.2), (13.2, .1),
                        (18.4, -.5), (27, -.8), (33.6, .2), (37.2, 1.2), (38.9, -1.4), (39.1, -5.6)]
FRONT_BANDS = {  # centre line, widths along it
    'acl': ([(-7.2, -21), (-3.2, -12), (.6, -4.6), (1, 2.6)], [7.4, 7.6, 9, 11.4]),
    'pcl': ([(6.4, -21), (5.6, -12), (3.2, -5), (1.6, -1)], [10, 9.4, 8.6, 7]),
    'mcl': ([(38.2, -34.4), (39.4, -20), (39.4, -4), (36.8, 12), (32.6, 25), (27.4, 37),
             (22.8, 47.4), (19.4, 57.4)], [5, 9.4, 7.6, 6.6, 7, 8, 9, 9.6, 6]),
    'lcl': ([(-38.2, -32), (-41.2, -16), (-43.4, 0), (-44, 22.6)], [4, 5.6, 4.6, 4.6, 5.6, 4]),
    'patellar-tendon': ([(-.7, -23), (-1.3, -10), (-2.3, 7), (-3.2, 20), (-4.3, 37)],
                        [31, 28.4, 25.6, 24, 22, 19, 14]),
    'quadriceps-tendon': ([(-14, -119), (-11.8, -106), (-7.8, -84), (-3.4, -64), (-.4, -46)],
                          [16, 17.4, 20, 25, 35]),
    'side-band': ([(-55.8, -119), (-54.4, -104), (-50.4, -74), (-45.6, -46), (-42.4, -24),
                   (-38.8, -6), (-33, 8), (-25.6, 20)], [8, 8, 8, 8.6, 9, 9, 8.6, 7]),
    'biceps-tendon': ([(-58.7, -119), (-57.4, -104), (-54, -74), (-50.6, -46), (-48.6, -20),
                       (-46.4, 2), (-42.6, 20)], [6, 6, 6, 6, 6, 5.8, 6.4]),
    'goose-foot': ([(48.4, -42), (46.8, -16), (44.6, 8), (39.8, 27), (31, 43), (13, 57)],
                   [7, 7, 7.6, 9, 13, 20]),
}

# ---------------------------------------------------------------------- muscles and skin

RECTUS = [(-28, -134), (-23.4, -114), (-17.4, -98), (-8.4, -82), (-2.4, -97), (1, -114),
          (3, -134)]
VASTUS_OUTER = [(-56, -134), (-54.4, -110), (-52, -92), (-48.2, -77), (-41, -66.6), (-30.6, -60.6),
                (-21, -59.4), (-15, -62), (-12, -74), (-13, -94), (-16, -116), (-18, -134)]
VASTUS_INNER = [(-9, -134), (-6.4, -112), (-2, -92), (4, -74), (11, -60), (17.2, -50),
                (22.6, -40.6), (28, -37.6), (35, -41), (41.6, -49), (46.8, -60.6), (50, -76),
                (52, -96), (53, -116), (53, -134)]
TAILOR = [(49, -134), (48.4, -104), (46, -74), (43.8, -46), (42.9, -22), (42, -8), (43.4, -3),
          (47, -5), (50.2, -22), (52.4, -46), (54.6, -74), (57.4, -104), (58.6, -134)]
RETINACULUM_OUTER = [(-8, -56), (-22, -66), (-36, -72), (-48, -76), (-49, -46), (-46.6, -20),
                     (-44.4, 2), (-41, 15), (-33, 22), (-22, 27), (-12, 29), (-6, 26), (-4, 8),
                     (-6, -12), (-8, -34)]
RETINACULUM_INNER = [(8, -54), (18, -54), (32, -50), (44, -58), (48, -42), (47.4, -20), (45.6, 0),
                     (41, 17), (33, 27), (20, 32), (5, 28), (2, 8), (5, -12), (8, -34)]
SHIN_MUSCLE = [(-22, 19), (-30.6, 21.6), (-35.4, 36), (-37, 60), (-37.4, 92), (-36, 134), (3, 134),
               (1.4, 100), (-1, 76), (-4.6, 57), (-8.6, 43), (-12.6, 31), (-16, 23)]
PERONEUS = [(-38, 20), (-43.6, 17.6), (-48.4, 25), (-51.6, 42), (-54, 66), (-54.4, 92), (-53, 134),
            (-32, 134), (-33, 92), (-33, 60), (-30, 40), (-30, 26)]
CALF_OUTER = [(-47, 26), (-52, 36), (-56.4, 54), (-58.6, 76), (-58.6, 100), (-56, 134), (-44, 134),
              (-46, 60)]
CALF_INNER = [(38, 24), (45.4, 25), (51.6, 38), (56, 58), (57.8, 80), (57, 104), (53, 134),
              (20, 134), (19, 90), (22, 60), (28, 42), (33, 31)]
SOLEUS = [(28.6, 36.4), (32, 46), (33, 62), (31.6, 90), (29, 134), (15.2, 134), (16, 104),
          (17.4, 84), (20, 64), (23.8, 48)]
FRONT_SKIN = [(-66, -134), (-64.4, -100), (-60.6, -72), (-55.6, -44), (-52.8, -20), (-52.9, 0),
              (-55, 20), (-58.4, 44), (-61, 72), (-60.4, 134), (57, 134), (60.4, 78), (58.8, 48),
              (53.8, 24), (50.6, 8), (51.2, -10), (53.6, -28), (55.4, -46), (56, -64), (59.4, -94),
              (61.6, -134)]


# ---------------------------------------------------------------------- relief with landmarks

def raised(grid, x, y, across, along):
    """A bump of height 1 at (x, y)."""
    return np.exp(-.5 * ((grid.x - x) / across) ** 2 - .5 * ((grid.y - y) / along) ** 2)


def ridged(grid, points, spread, ends=True):
    """A ridge of height 1 along a line, falling off at its ends."""
    distance, along = grid.to_line(geometry.line(points))
    height = np.exp(-.5 * (distance / spread) ** 2)
    return height * np.clip(np.minimum(along, 1 - along) * 8, 0, 1) if ends else height


def sculpted(sheet, shape, ramp, edge, thickness, features=None, open_sides='', contrast=1.22,
             bands=14, thin=.2, thick=.7, hollow_radius=4.5, soft=.7, error=.14, smooth=1.,
             smallest=2., extra=(), name=None, inside=3.):
    """A lit body with a relief of its own: `features` in mm are added to the inflated
    silhouette, more and more over the first `inside` mm of height."""
    grid, cut = sheet.grid.window(shape.mask)
    height = grid.inflate(shape.mask[cut], open_sides) * thickness
    if features is not None:
        height = height + features[cut] * np.clip(height / inside, 0, 1)
    tone = np.zeros(shape.mask.shape)
    tone[cut] = grid.shade(height, shape.mask[cut], hollow_radius=hollow_radius, soft=soft)
    tone = np.clip(.70 + contrast * (tone - .70) - .035 * (contrast > 1), 0, 1)
    body = sheet.clipped(shape, *sheet.bands(shape, tone, ramp, bands, error=error, smooth=smooth,
                                             smallest=smallest), *extra)
    rim = path(geometry.outline(shape.segments, thin, thick), edge) if edge else None
    return group(rim, body, id=name)


def streaks(sheet, lines, width, count, ink, opacity):
    """Long faint strokes down a shaft: lines between two rails, as one path."""
    return path(tissues.fibres(sheet, lines[0], lines[1], count, width, (.15, .4)), ink,
                fill_opacity=opacity)


def frayed(sheet, ends, heading, count, inside=(4, 11), beyond=(-2, 4.5)):
    """The fibres in which a band ends in bone: nearly parallel, from within the band to beyond its
    end. `ends` are the two corners of the end, `heading` the way out of the band."""
    rng, tufts = sheet.random, ['', '']
    a, b = (np.array(end, float) for end in ends)
    out = np.array(heading, float) / np.hypot(*heading)
    for i in range(count):
        u = (i + .5 + rng.uniform(-.45, .45)) / count
        root = a + (b - a) * u
        spread = (b - a) * (u - .5) * rng.uniform(-.02, .1)
        start, tip = root - out * rng.uniform(*inside), root + out * rng.uniform(*beyond) + spread
        tufts[i % 3 == 2] += geometry.tapered([start, (start + tip) / 2, tip],
                                              rng.uniform(.3, .75))
    return (path(tufts[0], '#f6f1ea', fill_opacity='.85'),
            path(tufts[1], '#9d8b7b', fill_opacity='.5'))


def fading_ends(defs, name, element, start, end, *stops):
    """Makes all paths of an element fade along the line from `start` to `end`: `stops` are (share
    of the way, opacity). So a band ends in bone without an edge, and without a mask."""
    known = {}

    def visit(part):
        ink = part.attributes.get('fill', '')
        if part.tag == 'path' and ink.startswith('#'):
            if ink not in known:
                known[ink] = '%s-%d' % (name, len(known))
                defs.append(gradient(known[ink], start, end,
                                     *[(at, ink, opacity) for at, opacity in stops]))
            part.attributes['fill'] = 'url(#%s)' % known[ink]
        for child in part.children:
            if not isinstance(child, str):
                visit(child)
    visit(element)
    return element
