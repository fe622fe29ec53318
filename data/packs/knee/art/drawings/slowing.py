# SPDX-License-Identifier: GPL-3.0-or-later
"""slowing: years pass beside two knees; what a trial would have to show, and what one has seen.

1 unit = 1 mm, y down. The inner half of two right knees, cut from side to side as in `wear`, alike
at first and drawn from the same layers. One gets cells, one a shot without cells: fake or of
another kind, as trials differ. A bead runs along a track with a mark for each year. The knee
without cells wears on as `wear` tells; how fast people's knees do is not drawn. How the other one
fares is not known: it is dimmed, and the hope is nothing but dashed outlines of cartilage that
would be left. Two pairs of arrows say what a trial would have to measure. At last the bead is back
at the first mark, where a large trial looked: no change was seen, and the two knees are alike.
"""

import numpy as np

from lib import certainty, coronal, geometry, scene
from lib.svg import DRIFT, Diagram, Element, fade, gradient, group, move, path

NAME = 'slowing'
VIEW = (-92, -53, 188, 105.75)
GROUND = '#eff4f9'
CAMERA = (-82, -43, 170, 86)
SHEET, FINE = (-16, -72, 64, 72), (-16, -38, 54, 24)
CUT = -8                              # left of it each knee is left out
PLACES = {'fake': -66, 'cells': 2}    # where the middle of each knee lies
PIVOT = (-32, 2)

STEPS = {  # name: (begin, end, focus)
    'alike': (0, 1.4, ('cartilage-fake', 'cartilage-cells')),
    'shots': (1.4, 4.4, ('fake-shot', 'cell-shot')),
    'years': (4.4, 8, ('years', 'cartilage-fake')),
    'hope': (8, 10.4, ('hoped-cartilage',)),
    'proof': (10.4, 12.8, ('gap-fake', 'gap-hoped')),
    'so-far': (12.8, 16, ('gap-fake', 'gap-cells')),
}

# A little worn, and worn on: tilt, cartilage of thigh and shin sunk by, share of the spurs,
# meniscus moved by. As grade 2, and between grades 3 and 4, of `wear`.
START = {'tilt': -1.25, 'thigh': .65, 'shin': .6, 'spur': .46, 'meniscus': (.8, -.6)}
LATE = {'tilt': -3.7, 'thigh': 1.85, 'shin': 1.75, 'spur': .88, 'meniscus': (2.6, -1.9)}

TRACK = (-52, 38, -37.4)              # from x to x, at y
TICKS = 6


def build():
    diagram = Diagram(
        'Two knees and the years',
        'The inner half of two right knees, cut from side to side and seen from the front. '
        '1 unit = 1 mm. Both are a little worn and alike. A shot without cells goes into the left '
        'one, cells into the right one. A bead runs along a track of years; the left knee wears '
        'on, its gap narrows. The right knee is dimmed: what happens there is not known. Dashed '
        'outlines show the hope, cartilage that would be left. Arrows mark the gaps that a trial '
        'would have to compare. At last the bead stands near the start again, where a large '
        'trial looked, and the two knees are alike.',
        VIEW, GROUND, 'mm', 'right', 10)
    joint = coronal.CutJoint(diagram.defs, 29, SHEET, FINE, CUT)
    _layers(joint, diagram.defs)
    knees = [_knee(side) for side in PLACES]
    diagram.body += [
        scene.ground(diagram.defs, VIEW, GROUND, (0, 0), (90, 60), GROUND, GROUND), *knees,
        *_sides(diagram.defs),
        *scene.edges(diagram.defs, VIEW, GROUND, top=20, bottom=12),
        _unknown(), *_hoped(joint), _gap('fake', True), _gap('cells', True, 'so-far'),
        _gap('hoped', False, 'proof', 'so-far'),
        _shot('fake-shot', PLACES['fake'], '#dbeaf3', '#c3dae8', '#cfe6f2'),
        _shot('cell-shot', PLACES['cells'], '#f6dc96', '#f3cf6d', '#fdf0c4'),
        _years(),
    ]
    _describe(diagram)
    return diagram


# ---------------------------------------------------------------------- what both knees are made of

def _layers(joint, defs):
    """Each layer once, among the definitions; both knees use them."""
    defs.append(Element('clipPath', Element('rect', x=CUT + 1, y=-80, width=90, height=160),
                        id='clip-half'))
    near, far = joint.split_rim('tibia', 12.6, 21.4)
    fluid, lining = joint.cavity('cavity', coronal.CUT_CAVITY, .9, (.35, .7), 3)
    for name, *layers in (
            ('half-around', joint.skin(), joint.muscles(),
             path(scene.box_path(-99, -99, 198, 198), GROUND, fill_opacity='.4'),
             fluid, lining, joint.inner_ligament(), joint.cross_ligaments()),
            ('half-thigh-rim', joint.rims['femur']), ('half-thigh', joint.bodies['femur']),
            ('half-shin-rim', near), ('half-shin', far, joint.bodies['tibia'])):
        defs.append(group(*layers, id=name, clip_path='url(#clip-half)'))
    defs.append(group(joint.cartilage('thigh-cartilage-outline', coronal.cut_condyle('inner')),
                      id='thigh-cartilage'))
    defs.append(group(joint.cartilage('shin-cartilage-outline', coronal.cut_plateau('inner')),
                      id='shin-cartilage'))
    defs.append(group(joint.meniscus('meniscus-outline', coronal.cut_wedge('inner')), id='wedge'))
    for name, seed in (('spur-thigh-inner', 64), ('spur-shin-inner', 62)):
        defs.append(group(joint.spur(name, seed), id=name))


def _use(name):
    return Element('use', href='#' + name)


def _moved(side, what, place, kind='translate'):
    """How a thing goes from START to LATE and back: its animations and its first transform; `place`
    turns a state into a translation or a rotation. The knee with cells stays: what years would do
    to it is not known, and after one year no change was seen in either."""
    before, after = (place(state[what]) for state in (START, LATE))
    movers = [move(before, after, STEPS['years'][0] + .6, 2.3, DRIFT, kind),
              move(after, before, STEPS['so-far'][0] + .4, 1.2, DRIFT, kind)]
    first = '%s(%s)' % (kind, ' '.join(geometry.number(value) for value in before))
    return movers if side == 'fake' else [], first


def _placed(side, name, what, place, part=None):
    movers, first = _moved(side, what, place)
    return group(_use(name), *movers, id=part, transform=first)


def _spur(side, name):
    way = np.array(coronal.CUT_SPURS[name][1])
    return _placed(side, name, 'spur', lambda share: tuple(-way * (1 - share)))


def _knee(side):
    tilt, first = _moved(side, 'tilt', lambda angle: (angle, *PIVOT), 'rotate')
    shin = group(
        _use('half-shin-rim'), _placed(side, 'shin-cartilage', 'shin', lambda down: (0, down)),
        _spur(side, 'spur-shin-inner'), _use('half-shin'), *tilt, transform=first)
    return group(
        _use('half-around'), _placed(side, 'wedge', 'meniscus', tuple), shin,
        _use('half-thigh-rim'),
        _placed(side, 'thigh-cartilage', 'thigh', lambda up: (0, -up), 'cartilage-' + side),
        _spur(side, 'spur-thigh-inner'), _use('half-thigh'),
        id='knee-' + side, transform='translate(%s 0)' % geometry.number(PLACES[side]))


def _sides(defs):
    """Strips of ground in which each half knee ends towards the middle of its joint."""
    out = []
    for side, x in PLACES.items():
        name = 'side-' + side
        defs.append(gradient(name, (x - 4, 0), (x + 6, 0), (0, GROUND, 1), (1, GROUND, 0)))
        far = 60 if side == 'fake' else 5
        out.append(Element('rect', x=x - 4 - far, y=-90, width=10 + far, height=180,
                           fill='url(#%s)' % name))
    return out


# ---------------------------------------------------------------------- what is not known

def _unknown():
    """The knee with cells is dimmed while nothing is known of it."""
    x = PLACES['cells']
    return scene.veil(scene.box_path(x - 8, -120, 130, 240), GROUND, .8, STEPS['years'][0] + .3,
                      STEPS['so-far'][0] + .1)


def _hoped(joint):
    """Dashed: the cartilage of the start, as it would still be there."""
    grid = joint.near.grid
    begin, goes = STEPS['hope'][0] + .3, STEPS['so-far'][0] + .1
    angle = np.radians(START['tilt'])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    def line(points):
        points, corners = coronal.right_of(points, (), CUT)
        return geometry.sample(geometry.spline(points, corners=corners), 10)

    def body(points, shift):
        return grid.mask(line(points) + shift)

    def tilted(points):
        return grid.mask((line(points) - PIVOT) @ turn.T + PIVOT)
    thigh = body(coronal.cut_condyle('inner'), (0, -START['thigh']))
    thigh &= ~body(coronal.CUT_FEMUR, (0, 0))
    shin = tilted([(x, y + START['shin']) for x, y in coronal.cut_plateau('inner')])
    shin &= ~tilted(coronal.CUT_TIBIA)
    out = group(id='hoped-cartilage', opacity='0',
                transform='translate(%s 0)' % geometry.number(PLACES['cells']))
    for mask in (thigh, shin):
        out.add(certainty.hoped(grid.contours(grid.blur(mask, .3), .42, .06, 3, .3), '#2f4f63',
                                .62))
    return [out.add(fade(0, 1, begin, .8), fade(1, 0, goes, .5))]


# ---------------------------------------------------------------------- signs

def _arrow(tip, down, solid):
    """An arrow 7 mm long whose tip touches what it points at."""
    x, y = tip
    s = -1 if down else 1
    d = 'M%sl-2.1 %sh1.2v%sh1.8v%sh1.2z' % (geometry.numbers((x, y)), geometry.number(3 * s),
                                            geometry.number(4.4 * s), geometry.number(-4.4 * s))
    if not solid:
        return certainty.hoped(d, '#1d2b3a', .62)
    return group(path(d, '#ffffff', stroke='#ffffff', stroke_width='1.5',
                      stroke_linejoin='round'), path(d, '#1d2b3a'))


def _gap(side, solid, comes='proof', goes=None):
    """Arrows from both bones to the gap between them: what a trial would measure."""
    knee = 'cells' if side == 'hoped' else side
    x = 22.
    begin = STEPS[comes][0] + (.3 if comes == 'proof' else 1.1)

    def shin(state):
        return 2.6 + (x - PIVOT[0]) * np.tan(np.radians(state['tilt']))

    def seen():
        return [fade(0, 1, begin, .6), fade(1, 0, STEPS[goes][0] + .1, .5) if goes else None]
    above, below = _arrow((x, -2.4), True, solid), _arrow((x, 0), False, solid)
    place = 'translate(%s 0)' % geometry.number(PLACES[knee])
    if side != 'fake':
        below = group(below, transform='translate(0 %s)' % geometry.number(shin(START)))
        return group(above, below, *seen(), id='gap-' + side, opacity='0', transform=place)
    return group(
        group(above, *seen(), opacity='0'),
        group(below, *seen(), move((0, shin(LATE)), (0, shin(START)), STEPS['so-far'][0] + .4, 1.2,
                                   DRIFT),
              opacity='0', transform='translate(0 %s)' % geometry.number(shin(LATE))),
        id='gap-' + side, transform=place)


def _shot(name, place, fluid, edge, drop_ink):
    """A needle into the fluid beside the inner condyle, with the front of a syringe."""
    u, tip = np.array([-.72, .694]), np.array([39.9, -16.4])
    n = np.array([-u[1], u[0]])
    begin, leave = STEPS['shots'][0] + .2, STEPS['years'][0]

    def at(back, off):
        return tuple(tip - u * back + n * off)

    def quad(back0, half0, back1, half1, ink, **more):
        corners = [at(back0, -half0), at(back1, -half1), at(back1, half1), at(back0, half0)]
        return path('M' + 'L'.join(geometry.numbers(p) for p in corners) + 'z', ink, **more)
    drop = group(*[Element('ellipse', cx=geometry.number(39.7 + .1 * k), cy='-15.4',
                           rx=geometry.number(.5 + .5 * k), ry=geometry.number(1.6 + 1.5 * k),
                           fill=drop_ink, fill_opacity='.5') for k in (0, 1, 2)],
                 fade(0, 1, begin + 1.5, .7), fade(1, 0, leave, .4), opacity='0')
    far = -u * 26
    syringe = group(
        quad(20, 2.8, 32, 2.8, '#5d7486'), quad(20.4, 2.4, 31.6, 2.4, '#f4f8fb'),
        quad(20.8, 1.8, 28, 1.8, edge), quad(20.8, 1.8, 28, 1., fluid),
        quad(28, 2.2, 29.2, 2.2, '#33475b'), quad(29.2, .6, 35, .6, '#8397a8'),
        quad(31.4, 3.8, 32.4, 3.8, '#5d7486'), quad(34.6, 2.6, 35.8, 2.6, '#5d7486'),
        quad(17, 1., 20.2, 2., '#1b6f78'), quad(17.2, .7, 20, 1.6, '#48b7bd'),
        path('M%sL%sL%sL%sz' % tuple(geometry.numbers(p) for p in (
            at(0, .4), at(1.8, -.4), at(17.4, -.4), at(17.4, .4))), '#33475b'),
        path('M%sL%sL%sL%sz' % tuple(geometry.numbers(p) for p in (
            at(.6, .24), at(1.8, -.22), at(17.4, -.22), at(17.4, .24))), '#d5e0e8'),
        fade(0, 1, begin, .3), fade(1, 0, leave, .4), move(tuple(far), (0, 0), begin, 1.1),
        opacity='0', transform='translate(%s)' % geometry.numbers(far))
    return group(drop, syringe, id=name,
                 transform='translate(%s 0)' % geometry.number(place))


def _years():
    """A track with a mark for each year and a bead that runs along it. The distances are alike; how
    many years it takes is not said."""
    x0, x1, y = TRACK
    ticks = ''.join('M%sv3' % geometry.numbers((x0 + (x1 - x0) * k / TICKS, y - 1.5))
                    for k in range(TICKS + 1))
    one = (x1 - x0) / TICKS
    bead = group(Element('circle', cx='0', cy='0', r='2.1', fill='#ffffff'),
                 Element('circle', cx='0', cy='0', r='1.7', fill='#b3541e'),
                 Element('circle', cx='-.5', cy='-.6', r='.5', fill='#ffffff',
                         fill_opacity='.75'),
                 move((x0, y), (x1, y), STEPS['years'][0] + .6, 2.3, DRIFT),
                 move((x1, y), (x0 + one, y), STEPS['so-far'][0] + .4, 1.2, DRIFT),
                 fade(0, 1, STEPS['years'][0] + .1, .4), opacity='0',
                 transform='translate(%s)' % geometry.numbers((x0, y)))
    track = group(
        path('M%sh%s' % (geometry.numbers((x0, y)), geometry.number(x1 - x0)) + ticks, 'none',
             stroke='#33475b', stroke_width='.6', stroke_linecap='round'),
        fade(0, 1, STEPS['years'][0] + .1, .4), opacity='0')
    return group(track, bead, id='years')


# ---------------------------------------------------------------------- metadata

def _describe(diagram):
    for side in PLACES:
        diagram.part('knee-' + side, body=(34, -30))
        diagram.part('cartilage-' + side, body=(22, -1), worn=(22, -.25))
    for name in ('fake-shot', 'cell-shot'):
        diagram.part(name, body=(57.6, -33.4))
    diagram.part('years', body=((TRACK[0] + TRACK[1]) / 2, TRACK[2]), start=TRACK[::2],
                 end=TRACK[1:], one=(TRACK[0] + (TRACK[1] - TRACK[0]) / TICKS, TRACK[2]))
    diagram.part('hoped-cartilage', 'hoped', body=(22, -1.4), shin=(14, 1.2))
    diagram.part('gap-fake', body=(22, -8.8))
    diagram.part('gap-cells', body=(22, -8.8))
    diagram.part('gap-hoped', 'hoped', body=(22, -8.8))
    for name, (begin, end, focus) in STEPS.items():
        diagram.step(name, begin, end, focus, CAMERA)
