import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Emblem } from '../ui/components/glyph';
import { say } from '../ui/texts';
import { useRoute } from './route';
import type { Section, SectionProps } from './section';
import { sections } from './sections';
import { UndoBar, UndoProvider } from './undo';

const groups = ['reading', 'coverage', 'care'] as const;

function Navigation({ current }: { current: Section }) {
  const listed = sections.filter(({ within }) => within === undefined);
  const mark = ({ id }: Section) => (id === current.id ? 'page' : id === current.within ? 'true' : undefined);
  return (
    <nav class="navigation" aria-label={say('navigationLabel')}>
      <p class="brand">
        <Emblem /> {say('extensionName')}
      </p>
      {groups.map((group) => (
        <ul key={group} class="plain">
          {listed
            .filter((section) => section.group === group)
            .map((section) => (
              <li key={section.id}>
                <a href={`#/${section.id}`} aria-current={mark(section)}>
                  {say(section.title)}
                </a>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  );
}

/** Loads a section's code when it is first opened; the section before stays until then. */
function useSection(section: Section): { page: ComponentType<SectionProps> | null; failed: boolean } {
  const [loaded, setLoaded] = useState<{ id: string; page: ComponentType<SectionProps> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    setFailed(false);
    section.load().then(
      ({ default: page }) => current && setLoaded({ id: section.id, page }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [section]);
  return { page: loaded?.id === section.id ? loaded.page : null, failed };
}

/** The library: navigation and one section, named by the address. */
export function OptionsApp() {
  const [id = 'library', ...path] = useRoute();
  const section = sections.find((each) => each.id === id) ?? (sections[0] as Section);
  const { page: Page, failed } = useSection(section);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const route = [section.id, ...(section.id === 'article' ? path.slice(0, 1) : path)].join('/');

  useEffect(() => {
    document.title = `${say(section.title)} – ${say('extensionName')}`;
    // After the first page the focus follows the reader to what was opened.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [route]);

  return (
    <UndoProvider>
      <div class="frame" data-state={Page ? 'ready' : 'reading'}>
        <Navigation current={section} />
        <main ref={main} tabIndex={-1}>
          {failed && (
            <p class="notice problem" role="alert">
              {say('failure_message_unknown')}
            </p>
          )}
          {Page && <Page key={route} path={path} />}
        </main>
        <UndoBar />
      </div>
    </UndoProvider>
  );
}
