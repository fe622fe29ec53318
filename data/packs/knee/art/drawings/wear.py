# SPDX-License-Identifier: GPL-3.0-or-later
"""wear: a healthy knee becomes an arthritic one, Kellgren-Lawrence grade 0 to 4.

1 unit = 1 mm, y down, everything to scale; the anatomy stands in lib/coronal.py. The cut from side
to side is the view that grades are read in: the X-ray from the front. It alone shows both halves of
the joint at once, so that the inner one can narrow while the outer one hardly does; it shows spurs
at all four edges, the bone hardening on both sides of the gap, and that the leg bows as the inner
half gives way. A cut from front to back shows one half only.

One timeline; at the end of each step a grade is held. The shin bone with all that lies on it tilts
about a point at its outer edge: the inner gap falls from 5 mm to half a millimetre, the outer one
by a fifth of that, the leg bows by five degrees. Nothing is stretched: cartilage sinks as it is
into the bone that hides it, by exactly what the gap loses, so the layer thins most where the bones
press and stays longer at its edges, as it does in people. Spurs slide out of the bone edges. Denser
bone (the same spaces, smaller, the struts thicker) and the swollen lining come state by state.

How large each sign is at each grade is a choice within the wording of the grades, which counts
narrowing as doubtful, possible, definite, marked; people differ.
"""

import numpy as np

from lib import coronal, geometry, scene
from lib.svg import Diagram, fade, group, move, path

NAME = 'wear'
VIEW = (-120, -74, 240, 135)
GROUND = '#eff4f9'
CAMERA = (-58, -47, 116, 89)
PIVOT = (-32, 2)      # the shin bone tilts about it

STEPS = {  # name: (begin, end, focus)
    'grade-0': (0, 1.4, ('thigh-cartilage-inner', 'shin-cartilage-inner', 'joint-space')),
    'grade-1': (1.4, 4, ('thigh-cartilage-inner', 'shin-cartilage-inner', 'joint-space')),
    'grade-2': (4, 6.8, ('spur-thigh-inner', 'spur-shin-inner', 'joint-space')),
    'grade-3': (6.8, 9.8, ('joint-space', 'hard-thigh', 'hard-shin', 'lining-swollen')),
    'grade-4': (9.8, 13, ('joint-space', 'spur-thigh-inner', 'spur-shin-inner',
                          'hardest-thigh', 'hardest-shin')),
}

# What is reached at grade 0, 1, 2, 3, 4.
TILT = (0, -.5, -1.25, -2.85, -4.7)                # degrees; it is 54 mm to the inner middle
WORN = {                                           # mm by which each layer has sunk into its bone
    'thigh-cartilage-inner': (0, .25, .65, 1.4, 2.5),
    'thigh-cartilage-outer': (0, 0, .1, .3, .5),
    'shin-cartilage-inner': (0, .2, .6, 1.25, 2.4),
    'shin-cartilage-outer': (0, 0, .1, .3, .6),
}
OUT = {                                            # share of its full size of each spur
    'spur-thigh-inner': (0, .14, .46, .72, 1),
    'spur-shin-inner': (0, .18, .48, .74, 1),
    'spur-thigh-outer': (0, 0, .2, .6, 1),
    'spur-shin-outer': (0, 0, .25, .65, 1),
}
MENISCUS = {                                       # pushed outwards and lifted
    'meniscus-inner': ((0, 0), (.2, -.25), (.8, -.6), (2, -1.4), (3.2, -2.5)),
    'meniscus-outer': ((0, 0), (0, -.05), (-.1, -.2), (-.3, -.35), (-.6, -.6)),
}
LIGAMENT = (0, 0, .5, 2, 4)                        # the inner one, pushed outwards by the spurs
HARD = {                                           # depth, half width, thicker struts
    'hard-thigh': (6, 11, .3), 'hard-shin': (6.5, 12, .3),
    'hardest-thigh': (10, 14, .55), 'hardest-shin': (11, 15, .55),
}
SWELLING = [(-34, -27), (-39, -27.6), (-42.4, -24), (-43.4, -15), (-42.6, -7), (-40.8, -2),
            (-41.4, 4.4), (-40.4, 9.4), (-36, 11.4), (-24, 9), (0, 7), (24, 9), (36, 11.4),
            (40.8, 9.8), (42.2, 4.4), (42, -2), (43.8, -7.6), (44.4, -15), (43.4, -24.6),
            (40, -29.4), (34, -29), (16, -26), (-16, -26)]
SWOLLEN = [(-34, -29), (-39, -30.6), (-44, -26.6), (-45.6, -16), (-44.6, -7), (-42.8, -1.6),
           (-43.2, 5), (-41.4, 10.4), (-36, 12.4), (-24, 10), (0, 8), (24, 10), (36, 12.6),
           (42.4, 11), (45.4, 4.6), (45.8, -2), (47.4, -8.6), (47.2, -17), (45.2, -27),
           (41, -33), (34, -32), (16, -28), (-16, -28)]


def build():
    diagram = Diagram(
        'A knee that wears out, grade 0 to grade 4',
        'A right knee cut from side to side and seen from the front, the outer side at the left. '
        '1 unit = 1 mm. Thigh bone above, shin bone below, pale blue cartilage on both, a wedge of '
        'meniscus at each side. At grade 0 the cartilage is thick and the gap even. At grade 1 '
        'the inner half is a little narrower. At grade 2 small spurs of bone stand at the edges. '
        'At grade 3 the inner gap is half as wide, the bone beside it denser, the lining '
        'swollen. At grade 4 the bones of the inner half nearly touch, the spurs are large and '
        'the shin bone tilts.',
        VIEW, GROUND, 'mm', 'right', 20)
    joint = coronal.CutJoint(diagram.defs)
    diagram.body += [
        scene.ground(diagram.defs, VIEW, GROUND, (0, -4), (118, 100)),
        joint.skin(), joint.muscles(), _quiet(),
        group(joint.inner_ligament(), *_steps(lambda g: (LIGAMENT[g], 0), .5)),
        joint.outer_ligament(),
        *_cavities(joint), joint.cross_ligaments(), _gap(joint),
        *_menisci(joint), _shin(joint), _thigh(joint),
        *scene.edges(diagram.defs, VIEW, GROUND, top=16, bottom=16),
    ]
    _describe(diagram)
    return diagram


# ---------------------------------------------------------------------- movements

def _begin(grade):
    return STEPS['grade-%d' % grade][0]


def _steps(value, after=.2, duration=1.3, kind='translate'):
    """The movements of a thing whose place at a grade is `value (grade)`."""
    return [move(value(grade - 1), value(grade), _begin(grade) + after, duration, kind=kind)
            for grade in range(1, 5) if value(grade - 1) != value(grade)]


def _quiet():
    """What lies around the joint is dimmed: it plays no part, and shows where one looks."""
    return path(scene.box_path(-240, -200, 480, 400), GROUND, fill_opacity='.4')


def _cavities(joint):
    healthy = joint.cavity('cavity', coronal.CUT_CAVITY, .75, (.3, .6), 3)
    out = list(healthy)
    for name, points, thickness, folds, grade in (
            ('swelling', SWELLING, 1.5, (.55, 1.15), 3), ('swollen', SWOLLEN, 2.3, (.8, 1.8), 4)):
        drawn = joint.cavity('cavity-' + name, points, thickness, folds, 5 + grade,
                             'fluid-' + name, 'lining-' + name)
        out.append(group(*drawn, fade(0, 1, _begin(grade) + .6, 1.1), opacity='0'))
    return out


def _gap(joint):
    """The narrow space between the surfaces, darker than the fluid around; named apart."""
    grid = joint.near.grid
    soft = np.zeros(grid.x.shape)
    for sign in (-1, 1):
        x = grid.x * sign
        soft = np.maximum(soft, np.clip((1 - np.abs(x - 22) / 13) * 3, 0, 1)
                          * np.clip(1.6 - np.abs(grid.y) / 2.4, 0, 1))
    return group(*[path(grid.contours(grid.blur(soft, .6), level, .15), '#16314a',
                        fill_opacity='.16') for level in (.2, .4, .6, .8)], id='joint-space')


def _menisci(joint):
    return [group(joint.meniscus(name + '-outline', coronal.cut_wedge(name.split('-')[1])),
                  *_steps(lambda g, at=places: at[g]), id=name)
            for name, places in MENISCUS.items()]


def _cap(joint, name, down):
    """A layer of cartilage that sinks into its bone: the way is up in the thigh bone."""
    side = name.split('-')[2]
    points = coronal.cut_plateau(side) if down else coronal.cut_condyle(side)
    way = 1 if down else -1
    return group(joint.cartilage(name + '-outline', points), _worn_face(name, points, way),
                 *_steps(lambda g: (0, way * WORN[name][g])), id=name)


def _worn_face(name, points, way):
    """Frayed hollows in the surface of the inner half: from grade 2 on, deeper from grade 3 on."""
    if not name.endswith('inner'):
        return None
    line = geometry.resample(geometry.sample(geometry.spline(points), 10), .1)
    rng = np.random.RandomState(41 + way)
    x = np.arange(13.5, 31, .22)
    face = np.array([(min if way > 0 else max)(line[np.abs(line[:, 0] - at) < .15][:, 1])
                     for at in x])
    out = []
    for grade, middle, half, depth in ((2, 23.6, 5.6, .5), (3, 22.6, 8.4, .95)):
        rough = np.convolve(rng.rand(len(x) + 6), np.hanning(8)[1:] / np.hanning(8).sum(), 'valid')
        teeth = np.clip((rough - .36) * 4, 0, 1) * rng.uniform(.7, 1, len(x))
        deep = depth * teeth * np.clip(1.6 * (1 - np.abs(x - middle) / half), 0, 1)
        edge = np.column_stack([x, face + way * deep])
        back = np.column_stack([x, face - way * .35])[::-1]
        d = 'M' + 'L'.join(geometry.numbers(p) for p in np.vstack([edge, back])) + 'z'
        out.append(group(path(d, '#1d476b'), fade(0, 1, _begin(grade) + .6, .8), opacity='0'))
    return group(*out)


def _spur(joint, name, seed):
    way = np.array(coronal.CUT_SPURS[name][1])

    def place(grade):
        return tuple(-way * (1 - OUT[name][grade]))
    return group(joint.spur(name, seed), *_steps(place, .6, 1.2), id=name,
                 transform='translate(%s)' % geometry.numbers(place(0)))


def _hard(joint, bone, name, grade):
    """Hardened bone on the inner side: a lens along the surface, deepest where the joint bears."""
    grid = joint.sheet.grid
    depth, half, strength = HARD[name]
    inside = bone.shape.mask & (np.abs(grid.y) < 24)
    if bone.name == 'femur':
        face = np.where(inside, grid.y, -99).max(0)
    else:
        face = np.where(inside, grid.y, 99).min(0)
    below = np.abs(grid.y - face)
    lens = 1 - (below / depth) ** 1.5 - (np.abs(grid.x - 24) / half) ** 3
    return group(joint.harder(bone, name, np.clip(lens * 1.3, 0, 1), strength),
                 fade(0, 1, _begin(grade) + .7, 1.1), opacity='0')


def _shin(joint):
    """All that tilts with the shin bone."""
    near, far = joint.split_rim('tibia', 12.6, 21.4)
    return group(
        near,
        _cap(joint, 'shin-cartilage-outer', True), _cap(joint, 'shin-cartilage-inner', True),
        _spur(joint, 'spur-shin-outer', 61), _spur(joint, 'spur-shin-inner', 62),
        joint.fibula(), far, joint.bodies['tibia'],
        _hard(joint, joint.tibia, 'hard-shin', 3), _hard(joint, joint.tibia, 'hardest-shin', 4),
        *_steps(lambda g: (TILT[g], *PIVOT), kind='rotate'), id='shin')


def _thigh(joint):
    return group(
        joint.rims['femur'],
        _cap(joint, 'thigh-cartilage-outer', False), _cap(joint, 'thigh-cartilage-inner', False),
        _spur(joint, 'spur-thigh-outer', 63), _spur(joint, 'spur-thigh-inner', 64),
        joint.bodies['femur'],
        _hard(joint, joint.femur, 'hard-thigh', 3), _hard(joint, joint.femur, 'hardest-thigh', 4),
        id='thigh')


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    diagram.part('femur', body=(-4, -40), outer=(-24, -18))
    diagram.part('tibia', body=(-4, 22), outer=(-22, 16), edge=(33.8, 8.6))
    diagram.part('fibula', body=(-43, 27))
    diagram.part('thigh-cartilage-inner', body=(22, -1), edge=(36, -7.4))
    diagram.part('thigh-cartilage-outer', body=(-22, -1.6), edge=(-37, -9.2))
    diagram.part('shin-cartilage-inner', body=(22, 1.6), edge=(34, 2.6))
    diagram.part('shin-cartilage-outer', body=(-22, 1.6), edge=(-35, 3))
    diagram.part('meniscus-inner', body=(36.4, -1.4))
    diagram.part('meniscus-outer', body=(-36.4, -2))
    diagram.part('joint-space', body=(20, .2), outer=(-20, -.2), narrow=(22.4, -1),
                 closed=(22.6, -2.2))
    diagram.part('joint-fluid', body=(40.4, -15), outer=(-40, -15))
    diagram.part('lining', body=(41.4, -15), outer=(-41, -15))
    for name, inner, outer in (('swelling', 43.4, -42.6), ('swollen', 46, -44.4)):
        diagram.part('fluid-' + name, body=(inner - 2.4, -17), outer=(outer + 2, -17))
        diagram.part('lining-' + name, body=(inner, -17), outer=(outer, -17))
    diagram.part('spur-thigh-inner', body=(42, -11.4), tip=(44.4, -8.8))
    diagram.part('spur-shin-inner', body=(41.4, 6.6), tip=(44.2, 4.9))
    diagram.part('spur-thigh-outer', body=(-39.2, -11))
    diagram.part('spur-shin-outer', body=(-39, 6.8))
    diagram.part('hard-thigh', body=(23, -5))
    diagram.part('hard-shin', body=(23, 5.4))
    diagram.part('hardest-thigh', body=(29, -8))
    diagram.part('hardest-shin', body=(24, 8))
    diagram.part('inner-ligament', body=(44.4, 2))
    diagram.part('outer-ligament', body=(-44.2, 2))
    diagram.part('cross-ligaments', body=(-4, -10.4))
    diagram.part('muscle', body=(44, -62), outer=(-46, -64))
    diagram.part('skin', body=(54.4, -20), outer=(-54.4, -20))
    for name, (begin, end, focus) in STEPS.items():
        diagram.step(name, begin, end, focus, CAMERA)
