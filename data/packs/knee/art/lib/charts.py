# SPDX-License-Identifier: GPL-3.0-or-later
"""Room for charts. Numbers and words are the topic's and are drawn by the program: a drawing only
says where, in `chart` of its steps."""

from .geometry import number
from .svg import Diagram


class ChartDiagram(Diagram):
    """A diagram some of whose steps keep room for a chart: (x, y, width, height), left or right of
    the step's camera and beside it. Its share of the width is the chart's share of a wide window;
    in an upright window the chart lies below the picture."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.charts = {}

    def chart(self, step, place):
        self.charts[step] = place

    def _metadata(self, digest):
        metadata = super()._metadata(digest)
        for child in metadata.children[0].children:
            place = self.charts.get(child.attributes.get('id')) if child.tag == 'genu:step' else None
            if place:
                child.attributes['chart'] = ' '.join(number(value) for value in place)
        return metadata
