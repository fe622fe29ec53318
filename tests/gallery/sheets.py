# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact sheets and an index of the gallery's pictures."""
import collections
import html

from PIL import Image, ImageDraw

HIGH, WIDE, GAP, WORDS = 540, 1960, 10, 18
STYLE = '''body { font: 16px sans-serif; margin: 1em; background: #fff; color: #222 }
figure { display: inline-block; margin: 0 1em 1em 0; vertical-align: top }
img { max-height: 20em; max-width: 36em; border: 1px solid #999 }
figcaption { max-width: 36em }
.failed { color: #a00; white-space: pre-wrap }'''


def group_of(choice):
    """What shares a sheet: a page; the steps of a topic."""
    return choice.kind, choice.page if choice.kind == 'pages' else choice.page.rsplit('-', 1)[0]


def groups(pictures):
    found = collections.defaultdict(list)
    for choice, path, problem in pictures:
        found[group_of(choice)].append((choice, path, problem))
    return found


def words_of(choice):
    return (f'{choice.page}: {choice.size}, {choice.text} %, {choice.theme}, {choice.side} knee, '
            f'{choice.language}')


def rows_of(cells):
    """Rows of cells (words, picture) that fit the width."""
    rows, used = [], WIDE
    for words, picture in cells:
        if used + picture.width + GAP > WIDE:
            rows.append([])
            used = GAP
        rows[-1].append((used, words, picture))
        used += picture.width + GAP
    return rows


def write_sheet(target, cells):
    rows = rows_of(cells)
    step = HIGH + WORDS + GAP
    sheet = Image.new('RGB', (WIDE, len(rows) * step + GAP), '#ffffff')
    draw = ImageDraw.Draw(sheet)
    for number, row in enumerate(rows):
        for x, words, picture in row:
            y = GAP + number * step
            draw.text((x, y), words, fill='#222222')
            sheet.paste(picture, (x, y + WORDS))
    sheet.save(target)


def write_sheets(out, pictures):
    folder = out / 'sheets'
    folder.mkdir(exist_ok=True)
    for (kind, name), members in groups(pictures).items():
        cells = []
        for choice, path, problem in members:
            if (out / path).exists():
                with Image.open(out / path) as image:
                    small = image.convert('RGB')
                    small.thumbnail((WIDE - 2 * GAP, HIGH), Image.LANCZOS)
                cells.append((words_of(choice) + ('' if problem is None else ' PROBLEM'), small))
        if cells:
            write_sheet(folder / f'{kind}-{name}.png', cells)


def write_index(out, pictures):
    parts = ['<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>',
             f'<style>{STYLE}</style></head><body><h1>Gallery</h1>']
    for (kind, name), members in groups(pictures).items():
        parts.append(f'<h2>{kind}: {html.escape(name)}</h2>')
        for choice, path, problem in members:
            words = html.escape(words_of(choice))
            if (out / path).exists():
                parts.append(f'<figure><a href="{path}"><img loading="lazy" src="{path}" '
                             f'alt="{words}"></a><figcaption>{words}</figcaption></figure>')
            if problem is not None:
                parts.append(f'<p>{words}</p><p class="failed">{html.escape(problem)}</p>')
    parts.append('</body></html>\n')
    (out / 'index.html').write_text('\n'.join(parts), encoding='utf-8')
