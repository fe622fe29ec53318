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


TABLES = {'knee-section': section_tables, 'differentiate': cell_tables}


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
