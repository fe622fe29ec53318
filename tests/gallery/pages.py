# SPDX-License-Identifier: GPL-3.0-or-later
"""Each page of the program, and how one gets there in the running window."""
import contextlib
import gettext
import os
import pathlib
import shutil
import subprocess

TOPIC, STEP = 'differentiate', 4  # where the pages are seen that belong to any topic
PIN = '493817'
REST_SECONDS = 30
PLAIN = ('home', 'home-end', 'look', 'words-page', 'sources', 'trouble', 'missing-picture',
         'kiosk-attract', 'kiosk-warning', 'kiosk-pin', 'consult', 'consult-picture',
         'consult-finder', 'consult-note')
# The name of the tab of a topic with a claim, and of a plain page.
TABS = {'hoped': ('What is hoped for', 'In words'),
        'how': ('How it is thought to work', 'In pictures'), 'sure': ('How sure are we?',)}
# How wide the screens are, in millimetres: those on which such windows are met.
WIDTHS = {'1920x1080': 527, '1080x1920': 296, '1280x720': 294, '3840x2160': 600}


def names(topics):
    """All pages of a pack: @topics as `genu-tool list --json` has them."""
    found = list(PLAIN)
    for topic in topics:
        for tab in TABS:
            if tab != 'sure' or topic['kind'] != 'page':
                found.append(f'topic-{topic["id"]}-{tab}')
    return found


class Visit:
    """The way to one page, with one choice of everything."""

    def __init__(self, make_window, desktop, screen, languages, topics, choice):
        self.make_window, self.desktop, self.screen = make_window, desktop, screen
        self.packs, self.locale = languages / 'packs' / 'knee', languages / 'locale'
        self.kinds = {topic['id']: topic['kind'] for topic in topics}
        self.choice, self.problem = choice, None
        self.settings = {
            'text-scale': choice.text / 100, 'theme': f"'{choice.theme}'", 'stillness': 'true',
            'side': f"'{choice.side}'", 'screen-width-mm': WIDTHS.get(choice.size, 0)}

    def words(self, text):
        """The program's words in the language of this picture."""
        with contextlib.suppress(OSError):
            return gettext.translation('genu', self.locale,
                                       [self.choice.language.replace('-', '_')]).gettext(text)
        return text

    def write_settings(self):
        path = pathlib.Path(self.desktop.environment['XDG_CONFIG_HOME'], 'glib-2.0', 'settings',
                            'keyfile')
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f'{name}={value}' for name, value in self.settings.items()]
        path.write_text('\n'.join(['[org/genu/Genu]', *lines, '']), encoding='utf-8')

    def open(self, *arguments, pack=None):
        self.write_settings()
        environment = {'GSETTINGS_BACKEND': 'keyfile', 'GENU_LOCALE_DIR': str(self.locale),
                       'LANGUAGE': self.choice.language.replace('-', '_')}
        return self.make_window(self.screen, f'--pack={pack or self.packs}', '--fullscreen',
                                f'--lang={self.choice.language}', f'--side={self.choice.side}',
                                *arguments, environment=environment)

    def rest(self, window):
        """The picture once the program has nothing more to do; one that never rests is a fault,
        and its picture is shown all the same."""
        try:
            return window.picture(timeout=REST_SECONDS)
        except AssertionError as error:
            window.check_alive()
            self.problem = str(error)
            return self.screen.picture()

    def find(self, window, name, role=('push button', 'toggle button')):
        return window.wait_for(name, 60, role=role, name=self.words(name))

    def picture(self):
        """What is on the screen once the page is there."""
        page = self.choice.page
        if page.startswith('topic-'):
            return self.topic(*page.removeprefix('topic-').rsplit('-', 1))
        return getattr(self, page.replace('-', '_'))()

    def topic(self, topic, tab, pack=None):
        step = STEP if topic == TOPIC else 1
        with self.open(f'--topic={topic}', f'--step={step}', pack=pack) as window:
            first = self.rest(window)
            if tab == 'how':
                return first
            self.find(window, TABS[tab][self.kinds[topic] == 'page']).press()
            return self.rest(window)

    def home(self):
        with self.open() as window:
            return self.rest(window)

    def home_end(self):
        """The foot of the home page."""
        with self.open() as window:
            self.rest(window)
            window.screen.xdotool('mousemove', self.screen.width // 2, self.screen.height * 2 // 3)
            window.screen.xdotool('click', '--repeat', '60', '--delay', '15', '5')
            window.screen.xdotool('mousemove', 1, self.screen.height - 2)
            return self.rest(window)

    def pressed(self, name):
        with self.open() as window:
            self.rest(window)
            self.find(window, name).press()
            return self.rest(window)

    def look(self):
        return self.pressed('Text size, colors, movement')

    def words_page(self):
        return self.pressed('Words')

    def sources(self):
        return self.pressed('Sources')

    def trouble(self):
        folder = pathlib.Path(self.desktop.folder, 'no-pack')
        folder.mkdir(exist_ok=True)
        with self.open(pack=folder) as window:
            return self.rest(window)

    def missing_picture(self):
        """A topic whose drawings are not there."""
        folder = pathlib.Path(self.desktop.folder, 'no-drawings')
        if not folder.exists():
            shutil.copytree(self.packs, folder, ignore=shutil.ignore_patterns('*.svg'))
        return self.topic(TOPIC, 'how', pack=folder)

    # --- The kiosk ---

    def kiosk(self, **settings):
        subprocess.run([os.environ['GENU_TOOL'], 'pin'], input=PIN + '\n', text=True, check=True,
                       env=self.desktop.environment, capture_output=True, timeout=60)
        self.settings.update({'kiosk-idle-seconds': 3600, 'kiosk-warning-seconds': 600, **settings})
        return self.open('--mode=kiosk')

    def kiosk_attract(self):
        with self.kiosk() as window:
            self.find(window, 'Touch to begin')
            return self.rest(window)

    def kiosk_warning(self):
        with self.kiosk(**{'kiosk-idle-seconds': 5}) as window:
            window.click(self.find(window, 'Touch to begin'))
            self.find(window, 'I am still here')
            return window.screen.still_picture(0.3)

    def kiosk_pin(self):
        with self.kiosk() as window:
            window.click(self.find(window, 'Touch to begin'))
            self.rest(window)
            for _ in range(4):
                window.screen.xdotool('key', 'Escape')
            window.screen.xdotool('keydown', 'Escape')
            self.find(window, 'Staff PIN', 'heading')
            window.screen.xdotool('keyup', 'Escape')
            return self.rest(window)

    # --- The doctor's window ---

    def consult(self, *keys, topic=None):
        where = [f'--topic={topic}', f'--step={STEP}'] if topic else []
        with self.open('--mode=consult', *where) as window:
            self.rest(window)
            window.key(*keys)
            return self.rest(window)

    def consult_picture(self):
        return self.consult(topic=TOPIC)

    def consult_finder(self):
        return self.consult('ctrl+f')

    def consult_note(self):
        return self.consult('ctrl+n', topic=TOPIC)
