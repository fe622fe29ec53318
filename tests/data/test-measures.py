#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the drawings: named parts are as large as people's.

Each drawing of which something can be measured has a table: what it is, how it is measured in the
file, the size to draw at, and how far it may be off. Sizes are millimetres (cells: micrometres);
they are those of a middle adult between the means of men and women of the studies named.
"""

import pathlib
import sys

import numpy

from drawing import Drawing, crossings, extent

TENTH = .10


def section_tables(knee):
    femur, tibia, patella = (knee.outline(name) for name in ('femur', 'tibia', 'patella'))
    tip = patella[patella[:, 1].argmax()]
    shin = tibia[(tibia[:, 1] > 15) & (tibia[:, 1] < 45)]
    knob = shin[shin[:, 0].argmin()]

    def thickness(bone, cover, axis, at, side):
        """Of cartilage along a line: from the bone's face to its own, on one side."""
        faces = [crossings(knee.outline(name), axis, at) for name in (bone, cover)]
        return float(abs(faces[0][side] - faces[1][side]))
    femur_low = crossings(femur, 0, -2)[-1]
    tibia_high = crossings(tibia, 0, -2)[0]
    return [
        ('thigh bone, front to back', extent(femur, 0, lambda x, y: y > -45), 60, TENTH,
         'egypt2021, malay2013'),
        ('shin bone, front to back below its joint surface',
         extent(tibia, 0, lambda x, y: y < 10), 46, TENTH, 'egypt2021'),
        ('kneecap, height', extent(patella, 1), 40, TENTH, 'filipino2022'),
        ('kneecap, thickness', extent(patella, 0), 22, TENTH, 'filipino2022'),
        ('cartilage of the kneecap', thickness('patella', 'patella-cartilage', 1, -34, -1), 3.5,
         .15, 'eckstein2001'),
        ('cartilage of the groove', thickness('femur', 'femur-cartilage', 1, -36, 0), 3.0, .15,
         'sidharthan2021'),
        ('cartilage of the condyle', thickness('femur', 'femur-cartilage', 0, 2, -1), 2.4, .15,
         'hunziker2002'),
        ('cartilage of the plateau', thickness('tibia', 'tibia-cartilage', 0, -4, 0), 2.5, .15,
         'eckstein2001'),
        ('joint space, bone to bone', tibia_high - femur_low, 5.5, .2, 'beattie2008'),
        ('meniscus in front, width', extent(knee.outline('meniscus-front'), 0), 8, .15,
         'murlimanju2012'),
        ('meniscus behind, width', extent(knee.outline('meniscus-back'), 0), 13.5, TENTH,
         'murlimanju2012'),
        ('meniscus in front, height', extent(knee.outline('meniscus-front'), 1), 6, .2,
         'meniscusload'),
        ('meniscus behind, height of its outer edge',
         extent(knee.outline('meniscus-back'), 1, lambda x, y: x > 20), 7, .2, 'meniscusload'),
        ('kneecap tendon, from the tip of the kneecap to the shin bone',
         float(numpy.hypot(*(tip - knob))), 44, TENTH, 'ptl2020'),
        ('kneecap tendon, thickness', _across(knee.outline('patellar-tendon-outline')), 5, .15,
         'eze2019'),
    ]


def _across(tendon):
    """The width of a band half way along it: the least distance from a point on one side of its
    middle to the other side."""
    half = len(tendon) // 2
    one, other = tendon[:half], tendon[half:]
    middle = one[len(one) // 2 - 3:len(one) // 2 + 4]
    return float(numpy.median([numpy.hypot(*(other - point).T).min() for point in middle]))


def cell_tables(scene):
    capillary = scene.outline('capillary-lumen')
    cell = scene.outline('resident0-body')
    return [
        ('bone builder, width', extent(scene.outline('builder2-body'), 0), 20, TENTH,
         'the low end of 20 to 30'),
        ('bone cell with the roots of its processes, length', extent(cell, 0), 21, .15,
         'osteocyteblog'),
        ('tiny blood vessel, inside', _across(capillary), 8, .25, '5 to 10'),
    ]


def wear_tables(knee):
    femur, tibia = knee.outline('femur'), knee.outline('tibia')

    def wide(points, low, high):
        return extent(points, 0, lambda x, y: low < y < high)

    def surface(name, x, which, end=0.):
        """The highest (0) or lowest (-1) point of a body at x when the step that ends then is
        held, moved as the file says."""
        points = knee.outline(name)
        for mover in reversed(knee.movers('clip-' + name)):
            points = knee.moved(mover, points, end)
        return float(crossings(points, 0, x)[which])
    rows = [
        ('thigh bone, across the condyles', wide(femur, -16, 0), 72, TENTH, 'egypt2021, malay2013'),
        ('thigh bone, across the epicondyles', wide(femur, -36, -20), 80, TENTH, 'egypt2021'),
        ('shin bone, width of the plateau', wide(tibia, 0, 14), 73, TENTH, 'egypt2021'),
    ]
    for side, x, space, plateau in (('inner', 22, 5, 2.2), ('outer', -22, 6, 2.8)):
        condyle = 'thigh-cartilage-%s-outline' % side
        shin = 'shin-cartilage-%s-outline' % side
        meniscus = knee.outline('meniscus-%s-outline' % side)
        rows += [
            ('cartilage of the %s condyle' % side,
             surface(condyle, x, -1) - surface('femur', x, -1), 2.4, .15, 'hunziker2002'),
            ('cartilage of the %s plateau' % side,
             surface('tibia', x, 0) - surface(shin, x, 0), plateau, .15, 'eckstein2001'),
            ('joint space, %s, healthy' % side,
             surface('tibia', x, 0) - surface('femur', x, -1), space, TENTH, 'beattie2008'),
            ('%s meniscus, width' % side, extent(meniscus, 0), 9, .15, 'murlimanju2012'),
            ('%s meniscus, height of its outer edge' % side,
             extent(meniscus, 1, lambda x, y: abs(x) > 36), 6.5, .15, 'meniscusload'),
        ]
    # Narrowing: none, doubtful, possible, definite, marked; of the inner half alone.
    for grade, inner, outer in ((0, 5, 6), (1, 4.5, 5.9), (2, 3.8, 5.8), (3, 2.3, 5.5),
                                (4, .5, 5.1)):
        end = knee.ends()['grade-%d' % grade]
        for side, x, space in (('inner', 22, inner), ('outer', -22, outer)):
            bones = surface('tibia', x, 0, end) - surface('femur', x, -1, end)
            above = max(surface('thigh-cartilage-%s-outline' % side, x, -1, end),
                        surface('femur', x, -1, end))
            below = min(surface('shin-cartilage-%s-outline' % side, x, 0, end),
                        surface('tibia', x, 0, end))
            rows += [
                ('grade %d, %s joint space' % (grade, side), bones, space, TENTH,
                 'an example of what schiphof2008 words'),
                ('grade %d, %s, from surface to surface' % (grade, side), below - above,
                 .4 if side == 'inner' else .8, .4, 'no overlap, no gap'),
            ]
    return rows


def front_tables(knee):
    femur, tibia, patella, fibula = (knee.outline(name) for name in (
        'femur', 'tibia', 'patella', 'fibula'))
    knob = _anchor(knee, 'tibia', 'tuberosity')
    tip = patella[patella[:, 1].argmax()]
    middle = numpy.array([numpy.ptp(patella[:, 0]) / 2 + patella[:, 0].min(),
                          numpy.ptp(patella[:, 1]) / 2 + patella[:, 1].min()])

    def halfway(points, at, axis=1):
        faces = crossings(points, axis, at)
        return float(faces[0] + faces[-1]) / 2

    def lean(start, end):
        """Degrees from upright, outwards (to the left) going away from `start`."""
        return float(numpy.degrees(numpy.arctan2(start[0] - end[0], abs(start[1] - end[1]))))
    rows = [
        ('thigh bone, across the epicondyles', extent(femur, 0, lambda x, y: y > -42), 80, TENTH,
         'recalled: 84 to 86 men, 74 to 76 women'),
        ('thigh bone, across the condyles', extent(femur, 0, lambda x, y: y > -16), 72, TENTH,
         'egypt2021, malay2013'),
        ('shin bone, width of the plateau', extent(tibia, 0, lambda x, y: y < 14), 73, TENTH,
         'egypt2021'),
        ('kneecap, width', extent(patella, 0), 44, TENTH, 'filipino2022'),
        ('kneecap, height', extent(patella, 1), 40, TENTH, 'filipino2022'),
        ('kneecap tendon, length', float(numpy.hypot(*(tip - knob))), 44, TENTH, 'ptl2020'),
        ('kneecap tendon, width', _across(knee.outline('patellar-tendon')), 24, TENTH, 'eze2019'),
        ('thigh bone, degrees its shaft leans outwards',
         lean((halfway(femur, -82), -82), (halfway(femur, -122), -122)), 6, .2, 'recalled: 5 to 7'),
        ('Q angle, degrees',
         lean(middle, (halfway(knee.outline('quadriceps-tendon'), -112), -112))
         + lean(middle, knob), 12.5, .15, 'raveendranath2009'),
        ('fibula, its head outside the shin bone',
         float(crossings(tibia, 1, 20)[0]) - halfway(fibula, 20), 6, .2, 'matziolis2017'),
        ('fibula, its tip below the joint line', fibula[:, 1].min() + 1.6, 12, .15, 'recalled'),
    ]
    for side, x, space, plateau in (('inner', 22, 5, 2.2), ('outer', -22, 6, 2.8)):
        low, high = crossings(femur, 0, x)[-1], crossings(tibia, 0, x)[0]
        rows += [
            ('joint space, %s, bone to bone' % side, float(high - low), space, .15, 'beattie2008'),
            ('cartilage of the %s condyle' % side,
             float(crossings(knee.outline('femur-cartilage'), 0, x)[-1] - low), 2.4, .15,
             'hunziker2002'),
            ('cartilage of the %s plateau' % side,
             float(high - crossings(knee.outline('plateau-' + side), 0, x)[0]), plateau, .15,
             'eckstein2001'),
            ('%s meniscus, height in front' % side,
             float(numpy.ptp(crossings(knee.outline('meniscus-%s-body' % side), 0, x * 1.3))), 5.5,
             .15, 'meniscusload'),
        ]
    inner = knee.outline('mcl')
    heights = numpy.linspace(inner[:, 1].min() + .3, inner[:, 1].max() - .3, 60)
    line = numpy.array([(halfway(inner, y), y) for y in heights])
    return rows + [
        ('inner ligament, length',
         float(numpy.hypot(*numpy.diff(line, axis=0).T).sum()), 95, TENTH, 'laprade2007'),
        ('inner ligament, its end below the joint line', inner[:, 1].max() + 1.6, 61, TENTH,
         'laprade2007'),
    ]


def _anchor(drawing, part, name):
    """Where the metadata puts an anchor."""
    for element in drawing.root.iter('{urn:genu:diagram:1}part'):
        for anchor in element if element.get('id') == part else ():
            if anchor.get('name') == name:
                return numpy.array([float(anchor.get('x')), float(anchor.get('y'))])
    raise KeyError(name)


def slowing_tables(knees):
    """Both knees are alike where they are said to be; only the one without cells wears on."""
    femur, tibia = knees.outline('femur'), knees.outline('tibia')
    low = float(crossings(femur, 0, 22)[-1])

    def gap(side, step):
        shin = [child for child in knees.by_id['knee-' + side]
                if (child.get('transform') or '').startswith('rotate')][0]
        turned = knees.moved(shin, tibia, knees.ends()[step])
        return float(crossings(turned, 0, 22)[0]) - low
    return [('%s, gap of the knee with %s' % (step, side), gap(side, step), wanted, .05,
             'as wear at grade 2, or between 3 and 4')
            for side, step, wanted in (('fake', 'alike', 3.8), ('cells', 'alike', 3.8),
                                       ('fake', 'years', 1.5), ('fake', 'so-far', 3.8),
                                       ('cells', 'so-far', 3.8))]


TABLES = {'knee-section': section_tables, 'knee-front': front_tables,
          'differentiate': cell_tables, 'wear': wear_tables,
          'slowing': slowing_tables}


def main(folder):
    wrong = 0
    for name, table in TABLES.items():
        for what, measured, wanted, share, source in table(Drawing(folder / (name + '.svg'))):
            off = measured / wanted - 1
            bad = not abs(off) <= share
            wrong += bad
            print('%s %s: %s is %.1f, drawn at %g within %.0f %% (%s)' % (
                'not ok' if bad else 'ok', name, what, measured, wanted, share * 100, source))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1])))
